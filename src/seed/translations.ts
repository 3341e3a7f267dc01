import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Entry } from '@/domain/translation/texts'

import { TRANSLATABLE } from '@/domain/translation/kinds'
import { SUBJECTS } from '@/domain/translation/subjects'
import { segmentsOf } from '@/domain/translation/texts'

import type { Make } from './maker'
import type { SeedWords } from './types'

/**
 * Translates what a school has: each of its texts that `words` knows, in every document. A text with a
 * `was` was translated from that, and is out of date.
 */
export const seedTranslations = async ({
  make,
  req,
  tenant,
  words,
}: {
  make: Make
  req: PayloadRequest
  tenant: string
  words: Partial<Record<Locale, SeedWords>>
}): Promise<void> => {
  for (const collection of TRANSLATABLE) {
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      overrideAccess: true,
      pagination: false,
      req,
      ...(collection === 'tenants' && { where: { id: { equals: tenant } } }),
    })
    for (const doc of docs) {
      for (const [locale, known] of Object.entries(words)) {
        const texts: Record<string, Entry> = {}
        for (const { key, text: source } of segmentsOf(collection, doc)) {
          const found = known[source]
          if (found !== undefined) {
            const { text, was = source } = typeof found === 'string' ? { text: found } : found
            texts[key] = { from: was, text }
          }
        }
        if (Object.keys(texts).length > 0) {
          await make('translations', { locale, [SUBJECTS[collection]]: doc.id, texts })
        }
      }
    }
  }
}
