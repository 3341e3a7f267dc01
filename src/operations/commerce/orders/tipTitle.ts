import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { invoiceWords } from '@/adapters/pdf/words'
import { schoolOf } from '@/operations/tenancy/school'

/** What a tip is called in the language of an order, or the school's own where nobody chose one. */
export const tipTitle = async ({
  locale,
  req,
  tenant,
}: {
  locale: Locale | null
  req: PayloadRequest
  tenant: string
}): Promise<string> => {
  const language = locale ?? (await schoolOf({ req, tenant }))?.locale ?? 'en'

  return invoiceWords(language)('tip')
}
