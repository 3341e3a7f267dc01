import type { Block } from 'payload'

/** Lines of code, shown as they are. */
export const CodeSample: Block = {
  slug: 'codeSample',
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'language',
      type: 'text',
      admin: { rtl: false },
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      maxLength: 40,
    },
    {
      name: 'code',
      type: 'textarea',
      admin: { rows: 8, rtl: false },
      label: { en: 'Code', he: 'קוד', ru: 'Код' },
      maxLength: 20_000,
      required: true,
    },
  ],
  interfaceName: 'CodeSampleBlock',
  labels: {
    plural: { en: 'Code', he: 'קוד', ru: 'Код' },
    singular: { en: 'Code', he: 'קוד', ru: 'Код' },
  },
}
