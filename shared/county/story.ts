import type { Args, CommandName } from '../commands.ts'
import type { Seeded } from './seeded.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Midnight (epoch ms) of the day in China that contains `at`: UTC+8 all year. */
export const midnight = (at: number) => Math.floor((at + 8 * hour) / day) * day - 8 * hour

interface Told { readonly actor: string, readonly at: number, readonly name: CommandName, readonly args: unknown }

/** Collects the steps of a drill in any order and returns them sorted by time. `today` is when the county's day of `now` began (epoch ms). */
export function story(now: number, random: Seeded, today = midnight(now)) {
  const told: Told[] = []
  return {
    now,
    today,
    random,
    tell<N extends CommandName>(actor: string, at: number, name: N, args: Args<N>): void {
      told.push({ actor, at: Math.min(Math.floor(at), now), name, args })
    },
    steps: () => told
      .map((one, order) => ({ ...one, order }))
      .sort((a, b) => a.at - b.at || a.order - b.order)
      .map(({ actor, at, name, args }, i) => ({ actor, at, command: { id: `drill-${i + 1}`, name, args } })),
  }
}

export type Story = ReturnType<typeof story>
