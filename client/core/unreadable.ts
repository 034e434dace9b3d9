/** The brands of HEIC in the first box of such a file. Phones save photos so by default, and most browsers cannot open them. */
const brands = /^ftyp(?:hei[cmsx]|hev[cmx]|mif1|msf1)/

/** Why a browser could not read this file as a photo. */
export async function whyUnreadable(file: Blob): Promise<'heic' | 'lost'> {
  const head = new Uint8Array(await file.slice(4, 12).arrayBuffer())
  return brands.test(String.fromCharCode(...head)) ? 'heic' : 'lost'
}
