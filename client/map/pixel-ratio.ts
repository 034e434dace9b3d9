let enlarged = 1

/** How much a page enlarges its map by CSS. The canvases are drawn with as many pixels more, so that they stay sharp. */
export const enlarge = (by: number): void => void (enlarged = by)

/** Pixels of the screen for one CSS pixel of a map. */
export const pixelRatio = (): number => (devicePixelRatio || 1) * enlarged
