import type { Block, BlocksField } from 'payload'

const slide: Block = {
  slug: 'slide',
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'picture',
      type: 'upload',
      filterOptions: { mimeType: { contains: 'image/' } },
      label: { en: 'Picture', he: 'תמונה', ru: 'Изображение' },
      relationTo: 'media',
      required: true,
    },
    {
      name: 'note',
      type: 'textarea',
      admin: {
        description: {
          en: 'Stands beneath the slide.',
          he: 'מוצג מתחת לשקופית.',
          ru: 'Стоит под слайдом.',
        },
      },
      label: { en: 'Note', he: 'הערה', ru: 'Заметка' },
      maxLength: 2000,
    },
  ],
  interfaceName: 'LessonSlide',
  labels: {
    plural: { en: 'Slides', he: 'שקופיות', ru: 'Слайды' },
    singular: { en: 'Slide', he: 'שקופית', ru: 'Слайд' },
  },
}

/** Pictures shown one by one, where the lesson has no PDF to show so. Kept as JSON, so what they point at is checked when written. */
export const slides: BlocksField = {
  name: 'slides',
  type: 'blocks',
  admin: {
    condition: ({ kind }) => kind === 'slides',
    description: {
      en: 'Only where there is no PDF above: each picture is a slide, in this order.',
      he: 'רק אם אין למעלה PDF: כל תמונה היא שקופית, לפי הסדר הזה.',
      ru: 'Только если выше нет PDF: каждое изображение — слайд, в этом порядке.',
    },
    initCollapsed: true,
  },
  blocks: [slide],
  label: { en: 'Slides', he: 'שקופיות', ru: 'Слайды' },
  labels: {
    plural: { en: 'Slides', he: 'שקופיות', ru: 'Слайды' },
    singular: { en: 'Slide', he: 'שקופית', ru: 'Слайд' },
  },
  maxRows: 200,
}
