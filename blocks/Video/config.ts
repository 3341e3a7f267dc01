import type { Block } from 'payload'

/** A public video, played in place. */
export const Video: Block = {
  slug: 'video',
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
    },
    {
      name: 'video',
      type: 'upload',
      filterOptions: { mimeType: { contains: 'video/' } },
      label: { en: 'Video', he: 'וידאו', ru: 'Видео' },
      relationTo: 'media',
      required: true,
    },
    {
      name: 'caption',
      type: 'text',
      label: { en: 'Caption', he: 'כיתוב', ru: 'Подпись' },
      maxLength: 200,
    },
  ],
  interfaceName: 'VideoBlock',
  labels: {
    plural: { en: 'Video', he: 'וידאו', ru: 'Видео' },
    singular: { en: 'Video', he: 'וידאו', ru: 'Видео' },
  },
}
