import type { CollectionBeforeValidateHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { LessonContent, LessonKind } from '@/domain/catalog/lessons/kinds'

import { row } from '@/database/transaction'
import { fitsKind, isLessonKind, KIND_RULES } from '@/domain/catalog/lessons/kinds'
import { surveyOf } from '@/domain/catalog/lessons/survey'
import { idOf } from '@/domain/ids'

type Lesson = {
  _status?: null | string
  completion?: { rule?: null | string } | null
  kind?: null | string
  live?: { startsAt?: null | string } | null
  resources?: { file?: unknown }[] | null
  slides?: unknown[] | null
} & Record<string, unknown>

const refused = (path: string, message: string) =>
  new ValidationError({ collection: 'lessons', errors: [{ message, path }] })

/**
 * Refuses a completion rule that does not fit the lesson's kind. One that fitted the kind it had until now
 * goes with that kind.
 */
export const ruleOfKind: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const given = data as Lesson | undefined
  const before = originalDoc as Lesson | undefined
  const rule = given?.completion?.rule ?? (given?.kind ? before?.completion?.rule : null)
  const kind = given?.kind ?? before?.kind
  if (!given || !rule || !kind || fitsKind(rule, kind)) {
    return data
  }
  if (before?.kind === kind || !fitsKind(rule, before?.kind)) {
    throw refused('completion.rule', 'This rule does not fit the kind of lesson.')
  }

  return { ...given, completion: { ...given.completion, rule: null } }
}

const HAS: Record<LessonContent, (lesson: Lesson) => boolean> = {
  audio: ({ audio }) => Boolean(audio),
  body: ({ body }) => Boolean(body),
  document: ({ document }) => Boolean(document),
  embedUrl: ({ embedUrl }) => Boolean(embedUrl),
  package: (lesson) => Boolean(lesson.package),
  quiz: ({ quiz }) => Boolean(quiz),
  resources: ({ resources }) => (resources ?? []).some(({ file }) => Boolean(file)),
  slides: ({ slides }) => (slides ?? []).length > 0,
  startsAt: ({ live }) => Boolean(live?.startsAt),
  survey: ({ survey }) => surveyOf(survey ?? {}).questions.length > 0,
  video: ({ video }) => Boolean(video),
}

const PATHS: Partial<Record<LessonContent, string>> = {
  startsAt: 'live.startsAt',
  survey: 'survey.questions',
}

/** Kinds that say in words that their middle is still to come; every other needs it to be published. */
const MAY_BE_EMPTY: readonly LessonKind[] = ['quiz', 'text', 'video']

/** Refuses to publish a lesson that lacks what its kind is about, and names the field. */
export const filledToPublish: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const lesson = { ...(originalDoc as Lesson | undefined), ...(data as Lesson | undefined) }
  const { _status, kind } = lesson
  if (_status !== 'published' || !isLessonKind(kind) || MAY_BE_EMPTY.includes(kind)) {
    return data
  }
  const { needs } = KIND_RULES[kind]
  const [first] = needs
  if (first && !needs.some((content) => HAS[content](lesson))) {
    throw refused(PATHS[first] ?? first, 'This is what the lesson is about. Add it to publish.')
  }

  return data
}

/** Refuses an archive that is no package of SCORM as what a lesson plays. */
export const playablePackage: CollectionBeforeValidateHook = async ({ data, req }) => {
  const file = (data as Lesson | undefined)?.package
  if (!file) {
    return data
  }
  const found = await row(
    req,
    sql`select 1 from media where id::text = ${idOf(file as string)} and scorm is not null`,
  )
  if (!found) {
    throw refused('package', 'This file is no package of SCORM.')
  }

  return data
}
