'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'
import { english } from './english'
import { hebrew } from './hebrew'
import { russian } from './russian'

const WORDS = { en: english, he: hebrew, ru: russian }

export type Words = typeof english

/** What the curriculum says, in the language of the admin. */
export const useWords = (): Words => wordsIn(useTranslation().i18n.language, WORDS)
