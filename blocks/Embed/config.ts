import type { Block, PayloadRequest } from 'payload'

import { embedOf } from '@/domain/media/embeds'
import { isLocale } from '@/domain/tenancy/locales'

const ADDRESS = {
  en: 'The address of a video on YouTube or Vimeo.',
  he: 'כתובת של סרטון ב־YouTube או ב־Vimeo.',
  ru: 'Адрес видео на YouTube или Vimeo.',
}

/** A video of YouTube or Vimeo, by its address. Nothing else can be embedded. */
export const Embed: Block = {
  slug: 'embed',
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'url',
      type: 'text',
      admin: {
        description: ADDRESS,
        rtl: false,
      },
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      required: true,
      validate: (value: null | string | undefined, { req }: { req: PayloadRequest }) => {
        const language: string | undefined = req.i18n?.language

        return Boolean(value && embedOf(value)) || ADDRESS[isLocale(language) ? language : 'en']
      },
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'What it shows', he: 'מה רואים', ru: 'Что на видео' },
      maxLength: 120,
      required: true,
    },
  ],
  interfaceName: 'EmbedBlock',
  labels: {
    plural: { en: 'Embedded videos', he: 'סרטונים מוטמעים', ru: 'Встроенные видео' },
    singular: { en: 'Embedded video', he: 'סרטון מוטמע', ru: 'Встроенное видео' },
  },
}
