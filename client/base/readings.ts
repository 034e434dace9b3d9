/** The pinyin readings of one character, in lower case without tones. */
export type Readings = (character: string) => readonly string[]

/** Fetches 87 kB of pinyin readings, so only at the first search. Each character is looked up once. */
export async function loadReadings(): Promise<Readings> {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, readonly string[]>()
  return (character) => {
    let found = known.get(character)
    if (!found) known.set(character, found = pinyin(character, { toneType: 'none', type: 'array', multiple: true }))
    return found
  }
}
