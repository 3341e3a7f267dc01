import { z } from 'zod'

import { LOCALES } from '@/domain/tenancy/locales'
import { TRANSLATABLE } from '@/domain/translation/kinds'
import { courseOverview } from '@/operations/translation/overview'
import { readDesk } from '@/operations/translation/read'
import { confirmTexts, saveTexts } from '@/operations/translation/write'

import { requireEditable } from '../support/editable'
import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

const subject = z.object({ id: z.uuid(), documents: z.enum(TRANSLATABLE) })
const locale = z.enum(LOCALES)

/** Most texts of one request: a course in one go, and no more than a body holds. */
const MOST = 200
const LONGEST = 20_000

const key = z.string().min(1).max(300)
const from = z.string().min(1).max(LONGEST)

/** Null is a document that is gone; everything else goes out as it is. */
const here = <T>(found: null | T): T => {
  if (found === null) {
    throw new NotHere()
  }

  return found
}

/**
 * GET /api/translations/of/:documents/:id: the texts of a document beside what they are in `locale`,
 * and how far the document is in each language of the school. For whoever may change the document.
 */
export const readTranslations = endpoint({
  input: subject.extend({ locale: locale.optional() }),
  method: 'get',
  path: '/translations/of/:documents/:id',
  run: async ({ input: { id, documents: collection, locale: into }, req, tenant }) => {
    await requireEditable({ id, collection, req, tenant })

    return here(await readDesk({ locale: into, req, subject: { id, collection }, tenant }))
  },
})

/** GET /api/translations/course/:id: how far a course, its sections, lessons and quizzes are in each language. */
export const courseTranslations = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/translations/course/:id',
  run: async ({ input: { id }, req, tenant }) => {
    await requireEditable({ id, collection: 'courses', req, tenant })

    return courseOverview({ course: id, req, tenant })
  },
})

/**
 * PATCH /api/translations/of/:documents/:id/:locale: keeps texts, each with the source it was translated
 * from. What others write of the same document meanwhile stays; an empty text is taken away.
 */
export const saveTranslations = endpoint({
  input: subject.extend({
    locale,
    texts: z
      .array(z.object({ from, key, text: z.string().max(LONGEST) }))
      .min(1)
      .max(MOST),
  }),
  method: 'patch',
  path: '/translations/of/:documents/:id/:locale',
  run: async ({ input: { id, documents: collection, locale: into, texts }, req, tenant }) => {
    await requireEditable({ id, collection, req, tenant })

    return here(await saveTexts({ locale: into, req, subject: { id, collection }, tenant, texts }))
  },
})

/** POST /api/translations/of/:documents/:id/:locale/confirm: texts that are out of date are right all the same. */
export const confirmTranslations = endpoint({
  input: subject.extend({ locale, texts: z.array(z.object({ from, key })).min(1).max(MOST) }),
  path: '/translations/of/:documents/:id/:locale/confirm',
  run: async ({ input: { id, documents: collection, locale: into, texts }, req, tenant }) => {
    await requireEditable({ id, collection, req, tenant })

    return here(
      await confirmTexts({ locale: into, req, subject: { id, collection }, tenant, texts }),
    )
  },
})
