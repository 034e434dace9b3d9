/** Fetches parts of the page before they are needed, once the first picture stands: without a network they could not come. */
export function fetchAhead(loads: readonly (() => Promise<unknown>)[]): void {
  setTimeout(async () => {
    for (const load of loads) await load().catch(() => {})
  }, 1500)
}
