import type { Browser, Page } from 'playwright-core'

interface Event { readonly name: string, readonly ph: string, readonly pid: number, readonly tid: number, readonly ts: number, readonly dur?: number, /** Processor time, which other work on the machine does not lengthen. */ readonly tdur?: number, readonly args?: { readonly name?: string } }

const script: ReadonlySet<string> = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'FireAnimationFrame', 'FireIdleCallback', 'TimerFire', 'EventDispatch'])
const layout: ReadonlySet<string> = new Set(['Layout', 'UpdateLayoutTree'])

/** Time in ms that the page's main thread ran script during an action: from its trace, without the layouts that script waited for. */
export async function scriptTime(browser: Browser, page: Page, happens: () => Promise<void>): Promise<number> {
  // Chromium's own script counter leaves out microtasks, where Vue does all its work.
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  await happens()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: Event[] }
  const threads = new Map<string, Event[]>()
  for (const event of traceEvents) {
    if (event.ph !== 'X') continue
    const thread = `${event.pid}/${event.tid}`
    threads.set(thread, [...threads.get(thread) ?? [], event])
  }
  return Math.max(0, ...[...threads.values()].map(outermost)) / 1000
}

function outermost(events: readonly Event[]): number {
  let total = 0
  let until = -Infinity
  let laidOut = -Infinity
  for (const { name, ts, dur = 0, tdur = dur } of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (script.has(name) && ts >= until) {
      total += tdur
      until = ts + dur
    } else if (layout.has(name) && ts < until && ts >= laidOut) {
      total -= tdur
      laidOut = ts + dur
    }
  }
  return total
}
