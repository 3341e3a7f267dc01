import type { CollectionBeforeDeleteHook, CollectionBeforeValidateHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { foreignRows } from '@hooks/tenancy/relations'

import { refusal } from './refusals'

const TWICE = {
  en: 'A course is on the path twice.',
  he: 'קורס נמצא במסלול פעמיים.',
  ru: 'Курс стоит в программе дважды.',
}

type Step = { course?: null | string | { id: string } }

/** Refuses steps to courses of another school, and a course that is on the path twice: what is kept as JSON has no wall of its own. */
export const ownSteps: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const given = (data as undefined | { steps?: unknown })?.steps
  const ids = (Array.isArray(given) ? (given as Step[]) : []).flatMap(({ course }) =>
    course ? [idOf(course)] : [],
  )
  const language = req.i18n?.language
  const refuse = (message: string): never => {
    throw new ValidationError({ collection: collection.slug, errors: [{ message, path: 'steps' }] })
  }
  if (new Set(ids).size < ids.length) {
    refuse(TWICE[isLocale(language) ? language : 'en'])
  }
  if ((await foreignRows({ data: [data, originalDoc], ids, req, table: 'courses' })).length > 0) {
    refuse('Not a course of this school.')
  }

  return data
}

/** 409 inUse for a path that somebody joined. */
export const keepWalkedPath: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const found = await row<{ title: null | string }>(
    req,
    sql`select p.title from paths p where p.id::text = ${String(id)}
          and exists (select 1 from path_members m where m.path_id = p.id)`,
  )
  if (found) {
    throw refusal({ code: 'inUse', req, title: found.title ?? '' })
  }
}
