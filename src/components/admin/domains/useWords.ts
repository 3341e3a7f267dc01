'use client'

import { useTranslation } from '@payloadcms/ui'

import type { DomainWords } from './words'

import { wordsIn } from '../words'
import { en } from './words.en'
import { he } from './words.he'
import { ru } from './words.ru'

/** The panel's words in the language its reader chose, and that language. */
export const useWords = (): { language: string; words: DomainWords } => {
  const { i18n } = useTranslation()

  return { language: i18n.language, words: wordsIn(i18n.language, { en, he, ru }) }
}
