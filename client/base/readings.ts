/** How else one character is written in a search: its pinyin in lower case without tones, and its traditional forms. */
export type Readings = (character: string) => readonly string[]

/** Fetches 87 kB of pinyin readings and 12 kB of traditional forms, so only at the first search. Each character is looked up once. */
export async function loadReadings(): Promise<Readings> {
  const [{ pinyin }, { traditionalForms }] = await Promise.all([import('pinyin-pro'), import('../../shared/transfer/traditional.ts')])
  const known = new Map<string, readonly string[]>()
  return (character) => {
    let found = known.get(character)
    if (!found) known.set(character, found = [...pinyin(character, { toneType: 'none', type: 'array', multiple: true }), ...traditionalForms(character)])
    return found
  }
}
