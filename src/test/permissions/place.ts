import type pg from 'pg'
import type { Payload } from 'payload'

import { asTenant } from '@/database/scope'
import { classrooms } from '@/test/factories/learning'
import { commerceFactories } from '@/test/factories/commerce'

/** Rows of the school that requests are about; nobody of the matrix owns any of them. */
export type Place = {
  attempt: string
  course: string
  courseSlug: string
  /** Name of a protected file. */
  film: string
  /** A piece of failed work that was not sent again yet. */
  letter: () => Promise<string>
  mail: string
  offer: string
  quiz: string
  quizLesson: string
  serial: string
  session: string
  template: string
  textLesson: string
  videoLesson: string
}

/** Makes and finds such rows in a school whose tables are filled. */
export const placeIn = async ({
  client,
  payload,
  tenant,
}: {
  client: pg.ClientBase
  payload: Payload
  tenant: string
}): Promise<Place> => {
  const one = async (what: string): Promise<string> =>
    (await client.query<{ id: string }>(`select ${what} limit 1`, [tenant])).rows[0]?.id ?? ''
  const make = classrooms(payload)
  const { id: course, slug: courseSlug } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const { id: quiz } = await make.quiz({ tenant })
  const { id: offer } = await commerceFactories(payload).offer({ course, kind: 'free', tenant })
  const lesson = { course, section, tenant }
  const film = `from media where tenant_id = $1 order by (mime_type = 'video/mp4') desc nulls last`
  const videoLesson = await make.lessonIn(lesson)
  await client.query(`update lessons set video_id = (select id ${film} limit 1) where id = $2`, [
    tenant,
    videoLesson,
  ])
  const template = await asTenant(tenant, () =>
    payload.create({
      collection: 'email-templates',
      data: { kind: 'reset', locale: 'ru', tenant } as never,
      overrideAccess: true,
    }),
  )
  const serial = crypto.randomUUID().replace(/-/g, '').slice(0, 26)
  await client.query(
    `update certificates set number = '2026-00000000', serial = $2 where tenant_id = $1`,
    [tenant, serial],
  )

  return {
    attempt: await one('id from quiz_attempts where tenant_id = $1'),
    course,
    courseSlug,
    film: await one(`filename as id ${film}`),
    letter: async () => {
      await client.query(
        `update dead_letters set event = gen_random_uuid(), reaction = 'sendQueuedEmail', retried_at = null where tenant_id = $1`,
        [tenant],
      )

      return one('id from dead_letters where tenant_id = $1')
    },
    mail: await one('id from emails where tenant_id = $1'),
    offer,
    quiz,
    quizLesson: await make.lessonIn({ ...lesson, kind: 'quiz', quiz }),
    serial,
    session: await one('session as id from gateway_sessions where tenant_id = $1'),
    template: template.id,
    textLesson: await make.lessonIn({ ...lesson, kind: 'text' }),
    videoLesson,
  }
}
