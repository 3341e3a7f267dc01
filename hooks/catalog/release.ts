import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { ReleaseRule } from '@/domain/catalog/release'

import { row } from '@/database/transaction'
import { isCircular, namedBy, readRelease } from '@/domain/catalog/release'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'

const WRONG = {
  circular: {
    en: 'With this rule some lesson could never open: what it waits for waits for it.',
    he: 'עם הכלל הזה יש שיעור שלא ייפתח לעולם: מה שהוא מחכה לו מחכה לו.',
    ru: 'С таким правилом какой-то урок никогда не откроется: он ждёт того, что ждёт его самого.',
  },
  malformed: {
    en: 'Say when this opens: a date, a number of days from 1 to 3650, a lesson or section to complete, or a quiz and a grade from 1 to 100.',
    he: 'יש לציין מתי זה נפתח: תאריך, מספר ימים בין 1 ל־3650, שיעור או פרק להשלמה, או בוחן וציון בין 1 ל־100.',
    ru: 'Укажите, когда это откроется: дата, число дней от 1 до 3650, урок или раздел, который нужно пройти, либо тест и оценка от 1 до 100.',
  },
  unknown: {
    en: 'The lesson or section that this waits for is not in this course.',
    he: 'השיעור או הפרק שלו זה מחכה אינו בקורס הזה.',
    ru: 'Урока или раздела, которого это ждёт, нет в этом курсе.',
  },
}

type Item = 'lessons' | 'sections'
type Relation = { id: string } | string
type Given = { course?: Relation; id?: string; release?: unknown; section?: Relation }

const refuse = (req: PayloadRequest, collection: Item, why: keyof typeof WRONG): never => {
  const language = req.i18n?.language
  const message = WRONG[why][isLocale(language) ? language : 'en']
  throw new ValidationError({ collection, errors: [{ message, path: 'release' }], req })
}

type Branch = { id: string; lessons: { id: string; release: unknown }[]; release: unknown }

/** The rules of a course as their authors see them: those of drafts before those that are published. */
const branchesOf = async (req: PayloadRequest, course: string): Promise<Branch[]> => {
  const found = await row<{ sections: Branch[] }>(
    req,
    sql`select coalesce(json_agg(json_build_object('id', s.id, 'release', s.release, 'lessons', coalesce((
            select json_agg(json_build_object('id', l.id,
                'release', case when v.id is null then l.release else v.version_release end)
              order by l._lessons_lessons_order collate "C" nulls last, l.id)
            from lessons l left join _lessons_v v on v.parent_id = l.id and v.latest
            where l.section_id = s.id and l.deleted_at is null), '[]'::json))
          order by s._sections_sections_order collate "C" nulls last, s.id), '[]'::json) as sections
        from sections s where s.course_id::text = ${course} and s.deleted_at is null`,
  )

  return found?.sections ?? []
}

/** The curriculum with the rule in its place; a lesson that is new stands last in its section. */
const withRule = (
  branches: readonly Branch[],
  {
    id,
    collection,
    rule,
    section,
  }: { collection: Item; id: string; rule: ReleaseRule; section: null | string },
) =>
  branches.map((branch) => {
    const isHere = collection === 'lessons' && branch.id === section
    const others = branch.lessons.some((one) => one.id === id)
    const lessons = isHere && !others ? [...branch.lessons, { id, release: null }] : branch.lessons

    return {
      id: branch.id,
      lessons: lessons.map((one) => ({
        id: one.id,
        release: collection === 'lessons' && one.id === id ? rule : readRelease(one.release),
      })),
      release: collection === 'sections' && branch.id === id ? rule : readRelease(branch.release),
    }
  })

/**
 * Keeps rules of release to what can be understood and met: of the rule's own course, and not waiting for itself by
 * any number of steps; 400 for the field `release` otherwise. An empty rule is null.
 */
export const ownRelease =
  (collection: Item): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    const given = data as Given | undefined
    const before = originalDoc as Given | undefined
    if (given?.release === undefined || given.release === null) {
      return data
    }
    if (JSON.stringify(given.release) === JSON.stringify(before?.release)) {
      return data
    }
    const rule = readRelease(given.release) ?? refuse(req, collection, 'malformed')
    const course = given.course ?? before?.course
    if (namedBy(rule).length > 0 || rule.kind === 'after') {
      const branches = course ? await branchesOf(req, idOf(course)) : []
      const known = branches.flatMap(({ id, lessons }) => [id, ...lessons.map((one) => one.id)])
      if (!namedBy(rule).every((id) => known.includes(id))) {
        refuse(req, collection, 'unknown')
      }
      const home = given.section ?? before?.section
      const at = { id: before?.id ?? 'new', collection, rule, section: home ? idOf(home) : null }
      if (isCircular(withRule(branches, at))) {
        refuse(req, collection, 'circular')
      }
    }

    return { ...given, release: rule }
  }
