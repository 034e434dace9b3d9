/** Runs `work` once per burst of calls, `gap` ms after the first call, and never twice at a time. */
export function onceABurst(work: () => Promise<void>, gap = 300) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [running, again, stopped] = [false, false, false]

  async function run(): Promise<void> {
    timer = undefined
    running = true
    await work()
    running = false
    if (again && !stopped) ask()
    again = false
  }

  function ask(after = gap): void {
    if (running) again = true
    else timer ??= setTimeout(() => void run(), after)
  }

  return {
    ask,
    stop(): void {
      stopped = true
      clearTimeout(timer)
    },
  }
}
