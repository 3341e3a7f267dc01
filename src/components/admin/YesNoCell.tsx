'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from './words'

const WORDS = {
  en: { no: 'No', yes: 'Yes' },
  he: { no: 'לא', yes: 'כן' },
  ru: { no: 'Нет', yes: 'Да' },
}

/** A truth in a list, in the reader’s language. */
export const YesNoCell = ({ cellData }: DefaultCellComponentProps) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)

  return cellData === true ? words.yes : words.no
}
