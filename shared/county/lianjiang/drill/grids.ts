/** The grids of the drill: two for each township, east and west. */
export const halves = ['东片', '西片'] as const
export const gridOf = (code: string, half: number) => `g-${code.slice(-3)}-${half + 1}`
