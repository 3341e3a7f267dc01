import type { CollectionConfig, RelationshipField } from 'payload'

import type { Translatable } from '@/domain/translation/kinds'

import { SUBJECTS } from '@/domain/translation/subjects'
import { authors, machineWritten } from '@hooks/access'

import { LANGUAGES } from '../fields/languages'
import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

const subject = ([collection, name]: [string, string]): RelationshipField => ({
  name,
  type: 'relationship',
  index: true,
  label: { en: 'Translates', he: 'מתרגם', ru: 'Переводит' },
  relationTo: collection as Translatable,
})

/**
 * What one document says in one further language of its school: a text for each of its segments, with
 * the text it was translated from (`Texts`). A row names exactly one document, and goes with it.
 */
export const Translations: CollectionConfig = {
  slug: 'translations',
  access: machineWritten(authors),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    ...Object.entries(SUBJECTS).map(subject),
    {
      name: 'locale',
      type: 'select',
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      options: LANGUAGES,
      required: true,
    },
    record('texts', { label: { en: 'Texts', he: 'טקסטים', ru: 'Тексты' } }),
  ],
  indexes: Object.values(SUBJECTS).map((name) => ({
    fields: ['tenant', name, 'locale'],
    unique: true,
  })),
  labels: {
    plural: { en: 'Translations', he: 'תרגומים', ru: 'Переводы' },
    singular: { en: 'Translation', he: 'תרגום', ru: 'Перевод' },
  },
  lockDocuments: false,
}
