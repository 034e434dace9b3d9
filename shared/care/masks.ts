/** How data about people is shown to those who have not opened it. */

/** 张小明 → 张**. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.min(2, Math.max(1, rest.length)))
}

/** 13812341234 → 138****1234; a shorter number shows its last two digits. */
export const maskedPhone = (phone: string): string => phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone && `****${phone.slice(-2)}`

/** The last four of an identity number, of a shorter one the last two. */
export const maskedNumber = (id: string): string => id.length >= 15 ? `****${id.slice(-4)}` : id && `****${id.slice(-2)}`
