/** What had the focus before the first panel opened, and whether the next panel takes it over from this one. */
export const opener: { last: Element | null, moves: boolean } = { last: null, moves: false }
