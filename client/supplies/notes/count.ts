/** One line of a stocktaking while it is counted. `counted` is null until somebody has counted the item; `seen` is what the books showed then. */
export interface CountedLine { readonly supply: string, readonly counted: number | null, readonly seen: number, readonly reason: string }

/** The lines to send: those that were counted. A reason belongs to a difference. */
export const countedOf = (lines: readonly CountedLine[]) => lines.flatMap(({ supply, counted, seen, reason }) =>
  counted === null ? [] : [{ supply, counted, seen, reason: counted === seen ? '' : reason }])
