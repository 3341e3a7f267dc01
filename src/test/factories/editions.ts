import type { Payload } from 'payload'

import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'
import { edition, pin, unpin } from '@endpoints/learning/editions'

import type { CohortEdition } from '@/domain/learning/editions'

import { asTenant } from '@/database/scope'
import { askerOf } from '@/operations/learning/asker'
import { readCurriculum } from '@/operations/learning/curriculum'
import { readLesson } from '@/operations/learning/lessonView'
import { call, requestOf, settle } from '@/test/harness'

import { drips } from './drips'

type Person = { id: string }

/** A formatted text of one paragraph. */
export const textOf = (words: string) => ({
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'text',
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
            text: words,
            version: 1,
          },
        ],
        direction: null,
        format: '' as const,
        indent: 0,
        version: 1,
      },
    ],
    direction: null,
    format: '' as const,
    indent: 0,
    version: 1,
  },
})

const lesson = (title: string) => ({
  body: textOf(`${title}, as it was`),
  completion: { rule: 'manual' as const },
  kind: 'text' as const,
  title,
})

/**
 * A course of four texts in two sections with three learners: `ada` is in a cohort that is `pinned` to it, `ben` in one that
 * follows it, and `cyd` in none.
 */
export const pinnedRoom = async (payload: Payload) => {
  const make = drips(payload)
  const room = await make.classroom({ lessons: [lesson('One'), lesson('Two'), lesson('Three')] })
  const { slug, course, learner: ada, lessons, section, tenant } = room
  const second = await make.addSection(room, [lesson('Four')])
  const staff = await make.user({ roles: ['owner'], tenant })
  const [ben, cyd] = [await make.user({ tenant }), await make.user({ tenant })]
  const [pinned, following] = [await make.cohort(room), await make.cohort(room)]
  for (const { id } of [ben, cyd]) {
    await make.enrolled({ course, learner: id, tenant })
  }
  await make.inCohort(room, ada.id, pinned)
  await make.inCohort(room, ben.id, following)
  await settle()

  const asStaff = (endpoint: typeof pin, cohort: string) =>
    call(endpoint, { params: { id: cohort }, tenant, user: staff })
  const body = async (asked: ReturnType<typeof asStaff>) => (await asked).body as CohortEdition

  return {
    ...make,
    slug,
    ada,
    ben,
    /** Changes a document as its author does. */
    change: (collection: 'lessons' | 'quizzes' | 'sections', id: string, data: object) =>
      asTenant(tenant, () =>
        payload.update({ id, collection, data, depth: 0, overrideAccess: true }),
      ),
    course,
    cyd,
    editionOf: (cohort: string) => body(asStaff(edition, cohort)),
    follow: (cohort: string) => body(asStaff(unpin, cohort)),
    following,
    lessons: [...lessons, ...second.lessons],
    move: async (person: Person, cohort: null | string) => {
      const enrollments = [await make.enrollmentOf(room, person.id)]
      const data = { action: 'move', cohort, enrollments, notifies: false, reason: 'Asked for it' }
      const moved = await call(changeOfEnrollments, { data, tenant, user: staff })
      await settle()

      return moved
    },
    /** The outline of the course as somebody has it: titles by section. */
    outline: (person: Person) =>
      asTenant(tenant, async () => {
        const req = await requestOf(person)
        const read = await readCurriculum({ slug, asker: askerOf(req), req })

        return (read?.sections ?? []).map(({ lessons: line, title }) => ({
          lessons: line.map((one) => one.title),
          title,
        }))
      }),
    pin: (cohort: string) => body(asStaff(pin, cohort)),
    pinned,
    sections: [section, second.section],
    staff,
    tenant,
    /** A lesson as somebody has it; null where they have none of that id. */
    view: (person: Person, id: string) =>
      asTenant(tenant, async () => {
        const req = await requestOf(person)

        return readLesson({ asker: askerOf(req), lesson: id, req })
      }),
  }
}
