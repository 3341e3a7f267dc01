import type { Block } from 'payload'

/** A remark set apart from the text around it. */
export const Callout: Block = {
  slug: 'callout',
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'tone',
      type: 'select',
      defaultValue: 'info',
      label: { en: 'Tone', he: 'סוג', ru: 'Тон' },
      options: [
        { label: { en: 'Note', he: 'הערה', ru: 'Заметка' }, value: 'info' },
        { label: { en: 'Tip', he: 'טיפ', ru: 'Совет' }, value: 'success' },
        { label: { en: 'Take care', he: 'לתשומת לב', ru: 'Внимание' }, value: 'warning' },
      ],
      required: true,
    },
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
    },
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
      maxLength: 1000,
      required: true,
    },
  ],
  interfaceName: 'CalloutBlock',
  labels: {
    plural: { en: 'Callouts', he: 'הדגשות', ru: 'Врезки' },
    singular: { en: 'Callout', he: 'הדגשה', ru: 'Врезка' },
  },
}
