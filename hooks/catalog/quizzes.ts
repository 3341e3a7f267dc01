import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { picturesOf } from '@/domain/catalog/questionPictures'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { foreignRows } from '@hooks/tenancy/relations'

/** Refuses pictures of another school among questions: what is kept as JSON has no wall of its own. */
export const ownPictures: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { question, questions } = (data ?? {}) as { question?: unknown; questions?: unknown }
  const ids = [...picturesOf(questions), ...picturesOf(question)]
  if ((await foreignRows({ data: [data, originalDoc], ids, req, table: 'media' })).length > 0) {
    throw new ValidationError({
      collection: collection.slug,
      errors: [
        { message: 'Not a file of this school.', path: question ? 'question' : 'questions' },
      ],
    })
  }

  return data
}

const TWICE = {
  en: 'A question of the bank is in the quiz twice.',
  he: 'שאלה מהמאגר נמצאת בבוחן פעמיים.',
  ru: 'Вопрос из банка стоит в тесте дважды.',
}

type Item = { blockType: string; course?: null | Relation; question?: null | Relation }
type Relation = string | { id: string }

/** Refuses questions of another school's bank, pools of its courses, and a question of the bank that is named twice. */
export const ownBank: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const language = req.i18n?.language
  const given = (data as undefined | { questions?: unknown })?.questions
  const items = (Array.isArray(given) ? given : []) as Item[]
  const refuse = (message: string): never => {
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ message, path: 'questions' }],
    })
  }
  const named = items.flatMap(({ blockType, question }) =>
    blockType === 'bankQuestion' && question ? [idOf(question)] : [],
  )
  if (new Set(named).size < named.length) {
    refuse(TWICE[isLocale(language) ? language : 'en'])
  }
  const courses = items.flatMap(({ blockType, course }) =>
    blockType === 'pool' && course ? [idOf(course)] : [],
  )
  const asked = { data: [data, originalDoc], req }
  const foreign = [
    ...(await foreignRows({ ...asked, ids: named, table: 'bank-questions' })),
    ...(await foreignRows({ ...asked, ids: courses, table: 'courses' })),
  ]
  if (foreign.length > 0) {
    refuse('Not a row of this school.')
  }

  return data
}
