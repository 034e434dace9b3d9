import process from 'node:process'

/** The processor time of this process (ms) while it runs: a limit that other work on the machine does not break. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
