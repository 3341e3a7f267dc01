import type { Block } from 'payload'

/** Formatted text in a reading column. */
export const RichText: Block = {
  slug: 'richText',
  fields: [
    {
      name: 'content',
      type: 'richText',
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
      required: true,
    },
  ],
  interfaceName: 'RichTextBlock',
  labels: {
    plural: { en: 'Text', he: 'טקסט', ru: 'Текст' },
    singular: { en: 'Text', he: 'טקסט', ru: 'Текст' },
  },
}
