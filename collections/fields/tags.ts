import type { PayloadRequest, StaticDescription, TextField } from 'payload'

import { hasTooManyTags } from '@/domain/catalog/bank'
import { isLocale } from '@/domain/tenancy/locales'

const TOO_MANY = {
  en: 'At most 20 tags, of at most 40 letters each.',
  he: 'לכל היותר 20 תגיות, של 40 אותיות כל אחת.',
  ru: 'Не более 20 меток, каждая не длиннее 40 букв.',
}

/** Tags, in one line between commas. */
export const tags = (description: StaticDescription): TextField => ({
  name: 'tags',
  type: 'text',
  admin: { description },
  label: { en: 'Tags', he: 'תגיות', ru: 'Метки' },
  maxLength: 900,
  validate: (line: null | string | undefined, { req }: { req: PayloadRequest }) => {
    const { language } = req.i18n

    return !hasTooManyTags(line) || TOO_MANY[isLocale(language) ? language : 'en']
  },
})
