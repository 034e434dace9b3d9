import process from 'node:process'

const mega = (bytes: number) => (bytes / 1e6).toFixed(0)

/** Says on a terminal how far long work is: what is being done, and how many MB of it. */
export function progress(to: NodeJS.WriteStream = process.stderr) {
  let [part, all, done, said] = ['', 0, 0, 0]
  const say = () => to.write(`\r\u001B[K${part}  ${mega(done)} / ${mega(all)} MB`)
  return {
    onPart(name: string, bytes: number): void {
      [part, all, done] = [name, bytes, 0]
      if (to.isTTY) say()
    },
    onBytes(bytes: number): void {
      done += bytes
      if (!to.isTTY || Date.now() - said < 200) return
      said = Date.now()
      say()
    },
    end: () => void (to.isTTY && to.write('\r\u001B[K')),
  }
}
