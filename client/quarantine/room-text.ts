interface InRoom { readonly room: string, readonly heads: number }

const most = 500

/**
 * Reads rooms as people type them: `301-304 307 308x2`, separated by spaces or commas; `x2`, `×2` or `*2` is two people in the room. The first part
 * that cannot be read is `wrong`.
 */
export function readRooms(text: string): { readonly rooms: readonly InRoom[], readonly wrong: string } {
  const rooms: InRoom[] = []
  for (const part of text.normalize('NFKC').toUpperCase().split(/[\s,;、，；]+/).filter(Boolean)) {
    const [name = '', times = '1'] = part.split(/[X×*]/)
    const heads = Number(times)
    const [, start = '', first = '', end = '', last = ''] = /^([A-Z]*)(\d+)[-~至]([A-Z]*)(\d+)$/.exec(name) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (!Number.isInteger(heads) || heads < 1 || (first && (to < from || to - from >= most || (end && end !== start)))) return { rooms: [], wrong: part }
    const names = first ? Array.from({ length: to - from + 1 }, (_, n) => `${start}${String(from + n).padStart(first.length, '0')}`) : [name]
    rooms.push(...names.map(room => ({ room, heads })))
  }
  return { rooms: rooms.slice(0, 2 * most), wrong: '' }
}

/** The same the other way: rooms that follow each other with one person each become a range. */
export function roomText(rooms: readonly InRoom[]): string {
  const parts: { from: string, to: string, heads: number }[] = []
  for (const { room, heads } of rooms) {
    const last = parts.at(-1)
    if (last && heads === last.heads && /^\d+$/.test(room) && /^\d+$/.test(last.to) && Number(room) === Number(last.to) + 1) last.to = room
    else parts.push({ from: room, to: room, heads })
  }
  return parts.map(({ from, to, heads }) => `${from === to ? from : `${from}-${to}`}${heads > 1 ? `×${heads}` : ''}`).join(' ')
}

/** People put into free rooms: one in each while there are enough, else as evenly as they go. */
export function shared(free: readonly string[], heads: number): readonly InRoom[] {
  const rooms = free.slice(0, heads)
  return rooms.map((room, n) => ({ room, heads: Math.floor(heads / rooms.length) + (n < heads % rooms.length ? 1 : 0) }))
}
