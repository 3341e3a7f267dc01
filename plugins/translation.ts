import { Translations } from '@collections/translation/Translations'
import {
  confirmTranslations,
  courseTranslations,
  readTranslations,
  saveTranslations,
} from '@endpoints/translation/translations'

import { domain } from './support/domain'

export const translation = domain({
  collections: [Translations],
  endpoints: [readTranslations, courseTranslations, saveTranslations, confirmTranslations],
})
