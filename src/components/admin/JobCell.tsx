'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from './words'

/** Kinds and states of work on many people. */
const WORDS = {
  en: {
    bulk: 'Change of many',
    checked: 'Checked',
    checking: 'Being checked',
    done: 'Done',
    draft: 'Not checked yet',
    import: 'File',
    running: 'Under way',
  },
  he: {
    bulk: 'שינוי אצל רבים',
    checked: 'נבדק',
    checking: 'בבדיקה',
    done: 'הסתיים',
    draft: 'עוד לא נבדק',
    import: 'קובץ',
    running: 'בביצוע',
  },
  ru: {
    bulk: 'Изменение у многих',
    checked: 'Проверено',
    checking: 'Проверяется',
    done: 'Готово',
    draft: 'Ещё не проверено',
    import: 'Файл',
    running: 'Выполняется',
  },
}

/** In the list of work on many people: what it is, or how far. */
export const JobCell = ({ cellData }: DefaultCellComponentProps) => {
  const words = wordsIn<Record<string, string>>(useTranslation().i18n.language, WORDS)
  const said = String(cellData)

  return words[said] ?? said
}
