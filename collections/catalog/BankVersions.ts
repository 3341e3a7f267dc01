import type { CollectionConfig } from 'payload'

import { authors, machineWritten } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/** A question of the bank as it was after one change, and whose change it was; written with it, and never again. */
export const BankVersions: CollectionConfig = {
  slug: 'bank-versions',
  access: machineWritten(authors),
  admin: { hidden: true, useAsTitle: 'number' },
  fields: [
    tenant(),
    {
      name: 'question',
      type: 'relationship',
      index: true,
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
      relationTo: 'bank-questions',
      required: true,
    },
    {
      name: 'number',
      type: 'number',
      label: { en: 'Version', he: 'גרסה', ru: 'Версия' },
      min: 1,
      required: true,
    },
    {
      name: 'corrects',
      type: 'checkbox',
      label: { en: 'Corrects the one before', he: 'מתקנת את הקודמת', ru: 'Исправляет прежнюю' },
    },
    record('body', { label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' } }),
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Changed by', he: 'שונתה על ידי', ru: 'Кто изменил' },
      relationTo: 'users',
    },
  ],
  indexes: [{ fields: ['tenant', 'question', 'number'], unique: true }],
  labels: {
    plural: { en: 'Versions of questions', he: 'גרסאות של שאלות', ru: 'Версии вопросов' },
    singular: { en: 'Version of a question', he: 'גרסה של שאלה', ru: 'Версия вопроса' },
  },
  lockDocuments: false,
}
