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
      sql`update enrollments set percent = 50 where course_id = ${place.course}`,
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
  const attempt = bodyOf<{ id: string }>(await askFor(who, 'POST /attempts', place))

  return {
    ...place,
    attempt: attempt.id,
    film: place.picture,
    invoice: await commerceFactories(payload).invoice({ buyer: who.id, tenant }),
    key: 'nav',
    lent: lent.url.split('/').at(-1) ?? '',
    opens: opened.token,
    person: who.id,
    session: await openSession(who, place.paidOffers.declined),
    submission,
    subscription: await commerceFactories(payload).subscription({
      buyer: who.id,
      offer: place.offer,
      tenant,
    }),
    work: { link: handed.url.split('/').at(-1) ?? '', spare: spare.id },
  }
}

/** Goes to pay for an offer, and answers the session in which it is to be paid. */
export const openSession = async (who: Called, offer: string): Promise<string> => {
  const answer = await apiOf(who).rest(who, {
    body: { items: [{ offer }] },
    method: 'POST',
    path: 'checkout',
  })

  return bodyOf<{ url: string }>(answer).url.split('/').at(-1) ?? ''
}
