/** How much larger than usual the browser shows text: 1 at its standard size of 16 px. Lengths in rem grow with it by themselves. */
export const textScale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
