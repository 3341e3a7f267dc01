import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'
import { BANK_WORDS } from './words'

/** The words of the bank in the language of the admin. */
export const useBankWords = () => {
  const { i18n } = useTranslation()

  return wordsIn(i18n.language, BANK_WORDS)
}
