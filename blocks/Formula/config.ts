import type { Block, Field, PayloadRequest } from 'payload'

import temml from 'temml'

import { isLocale } from '@/domain/tenancy/locales'

const UNREADABLE = {
  en: (why: string) => `This is no formula in LaTeX: ${why}`,
  he: (why: string) => `זו אינה נוסחה ב־LaTeX: ${why}`,
  ru: (why: string) => `Это не формула LaTeX: ${why}`,
}

/** Why a formula cannot be set, in the words of what sets it; null where it can. */
const problemOf = (latex: string): null | string => {
  try {
    temml.renderToString(latex, { throwOnError: true, trust: false })

    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
  }
}

const latex: Field = {
  name: 'latex',
  type: 'textarea',
  admin: {
    description: {
      en: 'In LaTeX, such as \\frac{a}{b} or e^{i\\pi} + 1 = 0.',
      he: 'ב־LaTeX, למשל \\frac{a}{b} או e^{i\\pi} + 1 = 0.',
      ru: 'На LaTeX, например \\frac{a}{b} или e^{i\\pi} + 1 = 0.',
    },
    rtl: false,
  },
  label: { en: 'Equation', he: 'נוסחה', ru: 'Формула' },
  maxLength: 2000,
  required: true,
  validate: (value: null | string | undefined, { req }: { req: PayloadRequest }) => {
    const language: string | undefined = req.i18n?.language
    const problem = problemOf(value ?? '')

    return (
      Boolean(value?.trim() && problem === null) ||
      UNREADABLE[isLocale(language) ? language : 'en'](problem ?? '')
    )
  },
}

const labels = {
  plural: { en: 'Equations', he: 'נוסחאות', ru: 'Формулы' },
  singular: { en: 'Equation', he: 'נוסחה', ru: 'Формула' },
}

/** A formula on a line of its own. In English its name is not "formula", which the menu would take for a list: it holds "ul". */
export const Formula: Block = {
  slug: 'equation',
  admin: { disableBlockName: true },
  fields: [latex],
  interfaceName: 'FormulaBlock',
  labels,
}

/** A formula within a line. */
export const InlineFormula: Block = {
  slug: 'inlineEquation',
  admin: { disableBlockName: true },
  fields: [latex],
  interfaceName: 'InlineFormulaBlock',
  labels,
}
