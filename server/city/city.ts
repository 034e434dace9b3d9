import type { CountyView } from '../../shared/api/city.ts'
import type { CountyAt } from './county-reading.ts'
import { countyReading } from './county-reading.ts'
import { lastFigures } from './last-figures.ts'

interface Options { readonly now?: () => number, /** How long a county may take to answer, in ms. */ readonly ms?: number, /** For how long an answer is not asked for again, in ms. */ readonly keep?: number, /** Where the last good answers are kept. */ readonly file?: string, readonly onBug?: (error: unknown) => void }

/** The counties that this server looks at for the city, read when somebody looks at the page and never more often than each `keep` ms. */
export function cityView(counties: readonly CountyAt[], { now = Date.now, ms = 6000, keep = 15_000, file, onBug = () => {} }: Options = {}) {
  const last = lastFigures(file)
  const readings = counties.map(one => countyReading(one, now, ms, last.of(one.url)))
  let readAt = -Infinity
  let reading: Promise<unknown> = Promise.resolve()
  return {
    counties: counties.length,
    async look(): Promise<{ readonly at: number, readonly counties: readonly CountyView[] }> {
      const at = now()
      if (at - readAt >= keep) {
        readAt = at
        reading = Promise.all(readings.map(one => one.read())).then(() => last.keep(readings.map(one => one.good()))).catch(onBug)
      }
      // Also who looks while another's look is being read waits for it.
      await reading
      return { at: now(), counties: readings.map(one => one.view()) }
    },
  }
}

export type CityView = ReturnType<typeof cityView>
