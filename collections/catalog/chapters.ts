import type { Block, BlocksField } from 'payload'

import { secondsOf } from '@/domain/media/chapters'

type Row = { at?: string }

const chapter: Block = {
  slug: 'chapter',
  admin: { disableBlockName: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'at',
          type: 'text',
          admin: { placeholder: '2:05', rtl: false, width: '30%' },
          label: { en: 'Begins at', he: 'מתחיל ב־', ru: 'Начало' },
          maxLength: 9,
          required: true,
          validate: (value: null | string | undefined) =>
            secondsOf(value ?? '') !== null || 'A time such as 2:05 or 1:02:05.',
        },
        {
          name: 'title',
          type: 'text',
          label: { en: 'Title', he: 'כותרת', ru: 'Название' },
          maxLength: 120,
          required: true,
        },
      ],
    },
  ],
  interfaceName: 'VideoChapter',
  labels: {
    plural: { en: 'Chapters', he: 'פרקים', ru: 'Главы' },
    singular: { en: 'Chapter', he: 'פרק', ru: 'Глава' },
  },
}

/** The parts of a lesson's film, each from its time to the next one's; learners go to them from the time line and from a list. */
export const chapters: BlocksField = {
  name: 'chapters',
  type: 'blocks',
  admin: {
    condition: ({ kind }) => ['live', 'video'].includes(kind as string),
    description: {
      en: 'Parts of the film. They stand on the time line and in a list beside it.',
      he: 'חלקי הסרט. הם מופיעים על ציר הזמן וברשימה לצידו.',
      ru: 'Части фильма. Они видны на шкале времени и в списке рядом.',
    },
    initCollapsed: true,
  },
  blocks: [chapter],
  label: { en: 'Chapters', he: 'פרקים', ru: 'Главы' },
  labels: {
    plural: { en: 'Chapters', he: 'פרקים', ru: 'Главы' },
    singular: { en: 'Chapter', he: 'פרק', ru: 'Глава' },
  },
  maxRows: 200,
  validate: (rows) => {
    const times = ((rows ?? []) as Row[]).map(({ at }) => secondsOf(at ?? ''))

    return new Set(times).size === times.length || 'One chapter for each time.'
  },
}
