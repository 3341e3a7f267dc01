import { randomBytes } from 'node:crypto'

import type { Answer } from './http'
import type { Place } from './place'
import type { Visitor } from './visitor'

import { eventually } from './eventually'
import { linkIn, mailTo } from './outbox'
import { visitor } from './visitor'

/** A person whom no other test knows. */
export type Person = { email: string; name: string; password: string }

/** Somebody new; `name` as it will stand on her certificate. */
export const newPerson = (name: string): Person => ({
  name,
  email: `reader-${randomBytes(5).toString('hex')}@example.com`,
  password: 'a long enough password',
})

/** Somebody who registered and confirmed the address by the link in her mail; signed in by it. */
export const confirmedVisitor = (place: Place, person: Person): Promise<Visitor> =>
  confirmed(visitor(place), person)

/** The same for a visitor of any host. */
export const confirmed = async (one: Visitor, person: Person): Promise<Visitor> => {
  await one.post('/api/auth/sign-up/email', { ...person, callbackURL: '/confirm?done=1' })
  await one.get(linkIn(await mailTo(person.email, 'confirm'), '/verify-email'))

  return one
}

/** The default offer of a course, by its slug. */
export const offerOf = async (one: Visitor, slug: string): Promise<string> => {
  const courses = await one.get(`/api/courses?depth=0&where[slug][equals]=${slug}`)
  const [course] = courses.json<{ docs: { id: string }[] }>().docs
  const own = `where[course][equals]=${course?.id}&where[isDefault][equals]=true`
  const offers = await one.get(`/api/offers?depth=0&${own}`)
  const [offer] = offers.json<{ docs: { id: string }[] }>().docs
  if (!offer) {
    throw new Error(`${slug} is not for sale: ${offers.text}`)
  }

  return offer.id
}

export type CheckedOut = { currency: string; order: string; total: number; url: string }

/** Orders an offer, with a coupon or without. */
export const checkout = (one: Visitor, offer: string, coupon?: string): Promise<Answer> =>
  one.post('/api/checkout', { coupon, items: [{ offer }] })

/** Buys an offer without an account, and answers the path of the page that thanks for it. */
export const buyAsGuest = async (one: Visitor, offer: string): Promise<string> => {
  const { name, email } = newPerson('Gus Guest')
  const items = [{ offer }]
  const placed = (
    await one.post('/api/checkout', { buyer: { name, email }, items })
  ).json<CheckedOut>()
  const path = `/api/payments/test/${sessionIn(placed.url)}/approve`
  const { url } = (await one.post(path)).json<{ url: string }>()
  await mailTo(email, 'setPassword')
  const { pathname, search } = new URL(url)

  return `${pathname}${search}`
}

/** The session of the test gateway whose page has this address. */
export const sessionIn = (url: string): string => /\/pay\/test\/([\w-]+)$/.exec(url)?.[1] ?? ''

/** Buys a course, whatever it costs, and waits until it is open. */
export const buy = async (one: Visitor, slug: string): Promise<string> => {
  const placed = (await checkout(one, await offerOf(one, slug))).json<CheckedOut>()
  if (placed.total > 0) {
    await one.post(`/api/payments/test/${sessionIn(placed.url)}/approve`)
  }
  await eventually(async () => (await curriculum(one, slug)).enrollment)

  return placed.order
}

export type Lesson = {
  completed: boolean
  duration: null | number
  id: string
  kind: 'quiz' | 'text' | 'video'
  locked: boolean
  lockedReason: null | string
  position: number
  share: number
  title: string
}

/** A course as `GET /api/learn/:slug` shows it to somebody. */
export const curriculum = async (one: Visitor, slug: string) => {
  const read = (await one.get(`/api/learn/${slug}`)).json<{
    course: { id: string; slug: string; title: string }
    enrollment: null | { completedAt: null | string; id: string; percent: number }
    sections: { lessons: Lesson[] }[]
  }>()

  return { ...read, lessons: read.sections.flatMap(({ lessons }) => lessons) }
}
