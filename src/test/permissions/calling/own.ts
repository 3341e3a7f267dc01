import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Answered } from '@/test/isolation/calls'

import { commerceFactories } from '@/test/factories/commerce'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { requestOf } from '@/test/harness'

import type { Called } from '../callers'
import type { Place } from './place'

import { apiOf } from '../scene'
import { askFor } from './ask'
import { exportedOf } from './exported'
import { apiKeyOf, arrivingOf, noteOf } from './place'

const bodyOf = <T>({ text }: Answered): T => JSON.parse(text) as T

/** A place where what requests are about is `who`'s own: they learn there, take its quiz, buy there, and keep notes. */
export const ownPlace = async ({
  payload,
  place,
  tenant,
  who,
}: {
  payload: Payload
  place: Place
  tenant: string
  who: Called
}): Promise<Place> => {
  await classrooms(payload).enrolled({ course: place.course, learner: who.id, tenant })
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`update enrollments set percent = 50, cohort_id = ${place.talk.cohort}
          where course_id = ${place.course} and learner_id = ${who.id}`,
    ),
  )
  await askFor(who, 'POST /payload-preferences/:key', place)
  await askFor(who, 'POST /account/picture', place)
  const lent = bodyOf<{ url: string }>(await askFor(who, 'POST /learn/downloads', place))
  const opened = bodyOf<{ token: string }>(await askFor(who, 'POST /learn/packages/:lesson', place))
  const upload = async () =>
    bodyOf<{ id: string; url: string }>(await askFor(who, 'POST /assignments/files', place))
  const submission = bodyOf<{ id: string }>(
    await askFor(who, 'POST /assignments/:lesson/submit', place),
  ).id
  await asTenant(tenant, async () =>
    rows(await requestOf(), sql`update submissions set state = 'graded' where id = ${submission}`),
  )
  const [handed, spare] = [await upload(), await upload()]
  const post = bodyOf<{ id: string }>(await askFor(who, 'POST /cohorts/:id/discussion', place)).id
  const talk = { ...place.talk, post }
  const comment = bodyOf<{ id: string }>(
    await askFor(who, 'POST /discussion/posts/:id/comments', { ...place, talk }),
  ).id
  const attempt = bodyOf<{ id: string }>(await askFor(who, 'POST /attempts', place))

  return {
    ...place,
    apiKey: () => apiKeyOf({ account: who.id, tenant }),
    arriving: () => arrivingOf({ account: who.id, tenant }),
    attempt: attempt.id,
    exported: () => exportedOf({ account: who.id, tenant }),
    film: place.picture,
    gift: () => commerceFactories(payload).gift({ buyer: who.id, tenant }),
    invited: () => joined({ course: place.course, tenant, who }),
    invoice: await commerceFactories(payload).invoice({ buyer: who.id, tenant }),
    key: 'nav',
    lent: lent.url.split('/').at(-1) ?? '',
    movable: await commerceFactories(payload).place({ buyer: who.id, tenant }),
    note: () => noteOf({ account: who.id, lesson: place.watchedLesson, tenant }),
    opens: opened.token,
    person: who.id,
    proposed: await commerceFactories(payload).proposed({ buyer: who.id, tenant }),
    refunded: await commerceFactories(payload).refund({ buyer: who.id, tenant }),
    session: await openSession(who, place.paidOffers.declined),
    submission,
    subscription: await commerceFactories(payload).subscription({
      buyer: who.id,
      offer: place.offer,
      tenant,
    }),
    talk: { ...talk, comment },
    work: { link: handed.url.split('/').at(-1) ?? '', spare: spare.id },
  }
}

/** The place of `who` in the team of the course. */
const joined = async ({
  course,
  tenant,
  who,
}: {
  course: string
  tenant: string
  who: Called
}): Promise<{ id: string; token: string }> =>
  asTenant(tenant, async () => {
    const [made] = await rows<{ id: string }>(
      await requestOf(),
      sql`insert into course_team (id, tenant_id, course_id, account_id, email, role, share, state, expires_at)
          values (uuidv7(), ${tenant}, ${course}, ${who.id}, ${`${who.id}@example.com`}, 'viewer', 0, 'accepted', now())
          on conflict (tenant_id, course_id, email) do update set state = 'accepted' returning id`,
    )

    return { id: made?.id ?? '', token: '' }
  })

/** Goes to pay for an offer, and answers the session in which it is to be paid. */
export const openSession = async (who: Called, offer: string): Promise<string> => {
  const answer = await apiOf(who).rest(who, {
    body: { items: [{ offer }] },
    method: 'POST',
    path: 'checkout',
  })

  return bodyOf<{ url: string }>(answer).url.split('/').at(-1) ?? ''
}
