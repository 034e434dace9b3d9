import net from 'node:net'

/** Where the driver wants to connect to. */
interface Wanted { readonly host: readonly string[], readonly port: readonly number[], readonly path: string | false | undefined }
/** The driver reads from here which name the certificate must have. */
type Named = net.Socket & { host?: string, port?: number }

/**
 * Opens connections for the driver, which by itself would wait for a quarter of an hour when packets vanish. A connection on which
 * something was sent and nothing came afterwards for `within` ms is closed, and what waits on it fails. Whether an answer that came at about
 * the same time was the last one is not known: such a connection is closed too, and a new one made when it is needed.
 */
export function watchedSocket(within: number) {
  let opened = 0
  return ({ host, port, path }: Wanted): net.Socket => {
    const at = opened++ % host.length
    const socket: Named = new net.Socket()
    let [read, written, since, asked, looked] = [0, 0, performance.now(), false, performance.now()]
    // By the bytes, because with TLS nothing else of this socket is seen.
    const looking = setInterval(() => {
      // Asked here, because with TLS the driver takes all listeners off this socket.
      if (socket.destroyed) return clearInterval(looking)
      const { bytesRead, bytesWritten } = socket
      // What came while this process was busy or paused has not been read yet.
      if (performance.now() - looked > within / 4) since = performance.now()
      looked = performance.now()
      if (bytesRead !== read || bytesWritten !== written) [read, written, since, asked] = [bytesRead, bytesWritten, performance.now(), bytesWritten !== written || (asked && bytesRead === read)]
      else if (asked && performance.now() - since > within) socket.destroy()
    }, within / 20).unref()
    if (path) return socket.connect(path)
    Object.assign(socket, { host: host[at], port: port[at] })
    return socket.connect(port[at]!, host[at]!)
  }
}
