'use client'

import { useTranslation } from '@payloadcms/ui'

import type { LibraryWords } from './english'

import { wordsIn } from '../words'
import { english } from './english'
import { hebrew } from './hebrew'
import { russian } from './russian'

export type { LibraryWords } from './english'

const WORDS = { en: english, he: hebrew, ru: russian }

/** What the file library says, in the language of the admin, and that language. */
export const useLibraryWords = (): { language: string; words: LibraryWords } => {
  const { language } = useTranslation().i18n

  return { language, words: wordsIn(language, WORDS) }
}
