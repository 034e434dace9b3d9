import process from 'node:process'
import { quantile } from './row.ts'

/** The 95th percentile of a rule's processor time in ms: other work on the machine does not count. */
export function timed(run: () => void, times: number): number {
  for (let warm = 0; warm < times / 10; warm++) run()
  const took = Array.from({ length: times }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return quantile(took, 0.95)
}
