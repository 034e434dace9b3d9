/** The body of a request that stops after its first bytes until `finish` is called. */
export function slowBody(first: Uint8Array, rest: Uint8Array) {
  let finish = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(first)
      finish = () => {
        controller.enqueue(rest)
        controller.close()
      }
    },
  })
  return { init: { body, duplex: 'half' } as RequestInit, finish: () => finish() }
}
