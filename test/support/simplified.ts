import ownForms from 'opencc-js/dict/HKVariants'
import characters from 'opencc-js/dict/STCharacters'

/** The characters of the two levels of Big5, the standard of Traditional Chinese. */
function big5(): readonly string[] {
  const decoder = new TextDecoder('big5')
  const found: string[] = []
  for (let lead = 0xA4; lead <= 0xF9; lead++) {
    for (let trail = 0x40; trail <= 0xFE; trail++) {
      const wide = (trail <= 0x7E || trail >= 0xA1) && (lead < 0xC6 || lead > 0xC8 || (lead === 0xC6 && trail <= 0x7E))
      if (wide) found.push(decoder.decode(Uint8Array.of(lead, trail)))
    }
  }
  return found
}

const rowsOf = (table: string) => table.split('|').map(line => line.split(' '))
const usedThere = new Set([...big5(), ...rowsOf(ownForms).flatMap(([, ...forms]) => forms)])

/** The characters that the library's table always writes otherwise in Traditional Chinese: 里 and 只 are in both, 温 is a form of Hong Kong. */
export const simplifiedOnly: ReadonlySet<string> = new Set(rowsOf(characters).filter(([simplified = '', ...others]) => !others.includes(simplified) && !usedThere.has(simplified)).map(([simplified = '']) => simplified))
export const simplifiedIn = (text: string): readonly string[] => [...text].filter(character => simplifiedOnly.has(character))
