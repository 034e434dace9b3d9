/** With one decimal under ten. */
export const megabytes = (bytes: number): string => bytes < 1e7 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6).toLocaleString('en')
export const thousands = (n: number): string => n.toLocaleString('en')
