import type { Block, BlocksField } from 'payload'

import { COURSE_LANGUAGES, languageName } from '@/domain/catalog/languages'

type Row = { language?: string }

const track: Block = {
  slug: 'track',
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'language',
      type: 'select',
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      options: COURSE_LANGUAGES.map((value) => ({
        label: {
          en: languageName(value, 'en'),
          he: languageName(value, 'he'),
          ru: languageName(value, 'ru'),
        },
        value,
      })),
      required: true,
    },
    {
      name: 'file',
      type: 'upload',
      admin: {
        description: {
          en: 'A file of WebVTT, .vtt',
          he: 'קובץ WebVTT, ‎.vtt',
          ru: 'Файл WebVTT, .vtt',
        },
      },
      filterOptions: { mimeType: { equals: 'text/vtt' } },
      label: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
      relationTo: 'media',
      required: true,
    },
    {
      name: 'label',
      type: 'text',
      admin: {
        description: {
          en: 'Shown in the player in place of the language, as in “English, with sounds”.',
          he: 'מוצג בנגן במקום שם השפה, למשל ״עברית, כולל צלילים״.',
          ru: 'Показывается в плеере вместо языка, например «Русский, со звуками».',
        },
      },
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 60,
    },
  ],
  interfaceName: 'CaptionsTrack',
  labels: {
    plural: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
    singular: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
  },
}

/** What is said in a lesson's video or recording, to be read along: one file for each language. Kept as JSON, so what they point at is checked when written. */
export const captions: BlocksField = {
  name: 'captions',
  type: 'blocks',
  admin: {
    condition: ({ kind }) => ['audio', 'live', 'video'].includes(kind as string),
    description: {
      en: 'What is said. With a recording they stand beside it as its transcript.',
      he: 'מה נאמר. לצד הקלטה הן מוצגות כתמליל.',
      ru: 'То, что говорится. Рядом с записью стоят как её расшифровка.',
    },
    initCollapsed: true,
  },
  blocks: [track],
  label: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
  labels: {
    plural: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
    singular: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
  },
  maxRows: 24,
  validate: (rows) => {
    const languages = ((rows ?? []) as Row[]).flatMap(({ language }) => language ?? [])

    return new Set(languages).size === languages.length || 'One file for each language.'
  },
}
