/** Where something was found: the page, from 1, and the letters of its text, `[from, to)`. */
export type Found = { from: number; page: number; to: number }

/** More places than anybody looks at. */
export const MOST_FOUND = 500

/** Text as it is compared: without case, accents and points of vowels, letter for letter where that can be. */
const plain = (text: string): string =>
  [...text]
    .map((sign) => {
      const bare = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

      return bare.length === sign.length ? bare : sign.toLowerCase().slice(0, sign.length)
    })
    .join('')

/** Every place of a text where a phrase stands, whatever its case and accents; white space is one whatever it is. */
export const placesOf = (text: string, phrase: string): { from: number; to: number }[] => {
  const words = plain(phrase.normalize('NFC')).trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return []
  }
  const pattern = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('\\s+')

  return [...plain(text).matchAll(new RegExp(pattern, 'gu'))]
    .slice(0, MOST_FOUND)
    .map(({ 0: hit, index }) => ({ from: index, to: index + hit.length }))
}
