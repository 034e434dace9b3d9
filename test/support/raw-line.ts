import type { Socket } from 'node:net'
import WebSocket from 'ws'

/** A connection made by hand, for what our devices never do: stop reading, or send a pong without a ping. */
export async function rawLine(port: number, cookie: string) {
  const origin = `http://127.0.0.1:${port}`
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { headers: { cookie, origin }, perMessageDeflate: false })
  const heard = new Map<string, number>()
  const line = {
    gone: false,
    heard: 0,
    send: (event: string, body: unknown) => socket.send(`42${JSON.stringify([event, body])}`),
    ask: (event: string, body: unknown) => socket.send(`421${JSON.stringify([event, body])}`),
    pong: () => socket.send('3'),
    stopReading: () => socket.pause(),
    /** How many messages of this event came. */
    said: (event: string) => heard.get(event) ?? 0,
    /** All bytes that came, with their frames. */
    bytes: () => (socket as unknown as { _socket: Socket })._socket.bytesRead,
    end: () => socket.terminate(),
  }
  socket.on('error', () => line.gone = true)
  socket.on('close', () => line.gone = true)
  await new Promise<void>((ready, failed) => {
    socket.once('error', failed)
    socket.once('close', () => failed(new Error('refused')))
    socket.on('message', (data) => {
      const text = String(data)
      line.heard += text.length
      const [, event = ''] = /^42\["(\w+)"/.exec(text) ?? []
      heard.set(event, (heard.get(event) ?? 0) + 1)
      if (text === '2') socket.send('3')
      else if (text.startsWith('0')) socket.send(`40${JSON.stringify({ incident: 'first' })}`)
      else if (text.startsWith('40')) ready()
      else if (text.startsWith('44')) failed(new Error(text))
    })
  })
  return line
}
