import type { Block, CollectionConfig } from 'payload'

import { anyOf, authored, authors, published } from '@hooks/access'
import { keepWalkedPath, ownSteps } from '@hooks/catalog/paths'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { drafts, draftsEdit } from '../fields/drafts'
import { slug } from '../fields/slug'
import { tenant } from '../fields/tenant'

const step: Block = {
  slug: 'step',
  admin: {
    components: { Label: '/src/components/admin/StepLabel#StepLabel' },
    disableBlockName: true,
  },
  fields: [
    {
      name: 'course',
      type: 'relationship',
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'isRequired',
      type: 'checkbox',
      admin: {
        description: {
          en: 'The certificate of the path asks for all required steps.',
          he: 'תעודת המסלול דורשת את כל שלבי החובה.',
          ru: 'Сертификат программы требует всех обязательных шагов.',
        },
      },
      defaultValue: true,
      label: { en: 'Required', he: 'חובה', ru: 'Обязательный' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'unlock',
          type: 'select',
          defaultValue: 'after',
          label: { en: 'Opens', he: 'נפתח', ru: 'Открывается' },
          options: [
            { label: { en: 'At once', he: 'מיד', ru: 'Сразу' }, value: 'atOnce' },
            {
              label: {
                en: 'After the step before',
                he: 'אחרי השלב הקודם',
                ru: 'После шага перед ним',
              },
              value: 'after',
            },
            {
              label: {
                en: 'After a number of required steps',
                he: 'אחרי מספר שלבי חובה',
                ru: 'После нескольких обязательных шагов',
              },
              value: 'count',
            },
          ],
          required: true,
        },
        {
          name: 'count',
          type: 'number',
          admin: { condition: (_, { unlock }: { unlock?: string }) => unlock === 'count' },
          defaultValue: 1,
          label: { en: 'How many', he: 'כמה', ru: 'Сколько' },
          max: 50,
          min: 1,
        },
      ],
    },
  ],
  labels: {
    plural: { en: 'Steps', he: 'שלבים', ru: 'Шаги' },
    singular: { en: 'Step', he: 'שלב', ru: 'Шаг' },
  },
}

/** Courses in an order, with one certificate for all that are required. */
export const Paths: CollectionConfig = {
  slug: 'paths',
  access: authored({ read: anyOf(authors, published), write: authors }),
  admin: {
    components: { edit: draftsEdit },
    defaultColumns: ['title', '_status', 'updatedAt'],
    description: {
      en: 'Several courses on one way, with one certificate at its end.',
      he: 'כמה קורסים בדרך אחת, ותעודה אחת בסופה.',
      ru: 'Несколько курсов на одном пути и один сертификат в конце.',
    },
    listSearchableFields: ['title', 'slug'],
    preview: (doc) => (typeof doc.slug === 'string' ? `/paths/${doc.slug}` : null),
    useAsTitle: 'title',
  },
  defaultPopulate: { slug: true, title: true },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'summary',
      type: 'textarea',
      label: { en: 'Summary', he: 'תקציר', ru: 'Кратко' },
      maxLength: 400,
    },
    {
      name: 'cover',
      type: 'upload',
      label: { en: 'Picture', he: 'תמונה', ru: 'Изображение' },
      relationTo: 'media',
    },
    {
      name: 'description',
      type: 'textarea',
      admin: { rows: 8 },
      label: { en: 'Description', he: 'תיאור', ru: 'Описание' },
      maxLength: 6000,
    },
    {
      name: 'steps',
      type: 'blocks',
      admin: { initCollapsed: true },
      blocks: [step],
      label: { en: 'Steps', he: 'שלבים', ru: 'Шаги' },
      labels: {
        plural: { en: 'Steps', he: 'שלבים', ru: 'Шаги' },
        singular: { en: 'Step', he: 'שלב', ru: 'Шаг' },
      },
      maxRows: 50,
      required: true,
    },
    slug(),
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    beforeDelete: [keepWalkedPath],
    beforeValidate: [ownSteps],
  },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  labels: {
    plural: { en: 'Learning paths', he: 'מסלולי לימוד', ru: 'Программы' },
    singular: { en: 'Learning path', he: 'מסלול לימוד', ru: 'Программа' },
  },
  versions: drafts,
}
