/** Size in pixels of the pictures that networks show beside a link. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

/** Path of a school's own picture, shown where a page has none of its own. */
export const SCHOOL_CARD = '/card.png'

/** Path of the picture of a course. */
export const courseCardPath = (slug: string): string => `/courses/${slug}/card.png`

/** Path of the picture of a certificate. */
export const certificateCardPath = (serial: string): string => `/certificates/${serial}/card.png`

/** Letters that our typeface has: Latin, Cyrillic, Hebrew, figures, and what stands between them. */
const DRAWN =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Nd}\p{P}\p{Sc}\p{Zs}+=<>|~^]/gu

/** The part of a text that our typeface can draw: without pictograms, marks of direction and other scripts. */
export const drawable = (text: string): string =>
  text.normalize('NFC').replace(/\s/g, ' ').replace(DRAWN, '').replace(/ +/g, ' ').trim()

/** Which way a text runs, by its first letter. */
export const runsFrom = (text: string): 'ltr' | 'rtl' =>
  /\p{L}/u.exec(text)?.[0].match(/\p{Script=Hebrew}/u) ? 'rtl' : 'ltr'

/** How large a title is drawn, in pixels, and how many characters of it, so that it fills at most five lines. */
export const titleFit = (title: string): { most: number; size: number } => {
  const { length } = [...title]
  if (length <= 28) {
    return { most: 28, size: 76 }
  }

  return length <= 60 ? { most: 60, size: 60 } : { most: 100, size: 48 }
}
