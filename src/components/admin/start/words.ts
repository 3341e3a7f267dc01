import { english } from './english'
import { hebrew } from './hebrew'
import { russian } from './russian'

/** What the start page says, in each language of the admin. */
export const START_WORDS = { en: english, he: hebrew, ru: russian }
