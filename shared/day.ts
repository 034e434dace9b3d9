const clocks = new Map<string, Intl.DateTimeFormat>()

/** The day of the county's calendar that holds a moment (epoch ms), as 2022-05-23. */
export function dayOf(at: number, timeZone: string): string {
  let clock = clocks.get(timeZone)
  // Making one costs more than all else a rule does.
  if (!clock) clocks.set(timeZone, clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }))
  return clock.format(at)
}

/** The day before a day of the calendar. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
