import type { Page } from 'playwright-core'

import type { SeedSchool } from '@/seed/types'

import type { Lesson } from './buying'
import type { Place } from './place'
import type { Words } from './words'

import {
  buy,
  buyAsGuest,
  checkout,
  confirmedVisitor,
  curriculum,
  newPerson,
  offerOf,
  sessionIn,
} from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { study } from './studying'
import { signedIn, visitor, type Visitor } from './visitor'

/** Whose eyes a page is seen with. */
export type Eyes = 'graduate' | 'leaver' | 'newcomer' | 'staff' | 'student' | 'visitor'

/** What there is to look at in one school. */
export type Scene = {
  category: string
  instructor: string
  eyes: Record<Exclude<Eyes, 'visitor'>, Visitor>
  /** Where a guest comes back to from paying. */
  guestUrl: string
  lesson: (kind: Lesson['kind']) => string
  offer: string
  order: string
  other: { locked: string; offer: string }
  /** The student. */
  person: string
  serial: string
  session: string
  slug: string
}

/** Prepares a school: somebody who begins, somebody who has just bought, somebody who has finished. */
export const prepareScene = async (place: Place, school: SeedSchool): Promise<Scene> => {
  const [main, second] = school.courses.map(({ slug }) => slug)
  const slug = main ?? ''
  const newcomer = await confirmedVisitor(place, newPerson('Nia New'))
  const student = await confirmedVisitor(place, newPerson('Sol Student'))
  const graduate = await confirmedVisitor(place, newPerson('Gal Graduate'))
  const leaver = await confirmedVisitor(place, newPerson('Lou Leaver'))
  await leaver.post('/api/account/erasure', { password: newPerson('').password })
  const order = await buy(student, slug)
  await buy(graduate, slug)
  await study(graduate, school, slug)
  const { serial } = await eventually(
    async () =>
      (await graduate.get('/api/certificates?depth=0')).json<{ docs: { serial: string }[] }>()
        .docs[0],
  )
  const { lessons } = await curriculum(student, slug)
  const otherOffer = await offerOf(student, second ?? '')
  const placed = await checkout(student, otherOffer)
  const locked = await curriculum(newcomer, slug)
  const guestUrl = await buyAsGuest(visitor(place), await offerOf(student, slug))

  return {
    slug,
    category: school.categories[0]?.slug ?? '',
    eyes: {
      graduate,
      leaver,
      newcomer,
      staff: await signedIn({ email: 'super@lectern.test', place: 'platform' }),
      student,
    },
    guestUrl,
    instructor: school.instructor.slug,
    lesson: (kind) => lessons.find((one) => one.kind === kind)?.id ?? '',
    offer: await offerOf(student, slug),
    order,
    other: { locked: locked.lessons.find((one) => one.locked)?.id ?? '', offer: otherOffer },
    person: (await student.get('/api/account')).json<{ id: string }>().id,
    serial,
    session: sessionIn(placed.json<{ url: string }>().url),
  }
}

/** A page to look at; `then` brings it into the state that is meant. */
export type Sight = {
  eyes?: Eyes
  name: string
  path: (scene: Scene) => string
  platform?: boolean
  then?: (page: Page, t: Words) => Promise<void>
}

/** Every page of the platform, public and signed in. */
export const SIGHTS: Sight[] = [
  { name: 'home', path: () => '/' },
  { name: 'courses', path: () => '/courses' },
  { name: 'about', path: () => '/about' },
  { name: 'accessibility', path: () => '/accessibility' },
  { name: 'offline', path: () => '/offline' },
  { name: 'instructor', path: ({ instructor }) => `/instructors/${instructor}` },
  { name: 'courses-filtered', path: () => '/courses?level=beginner&sort=price' },
  { name: 'courses-none', path: () => '/courses?q=nothing+like+this' },
  { name: 'category', path: ({ category }) => `/courses/category/${category}` },
  {
    name: 'review',
    eyes: 'graduate',
    path: ({ slug }) => `/courses/${slug}`,
    then: (page, t) => page.getByRole('heading', { name: t('reviews.write') }).waitFor(),
  },
  { name: 'course', path: ({ slug }) => `/courses/${slug}` },
  { name: 'course-owned', eyes: 'student', path: ({ slug }) => `/courses/${slug}` },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'sign-in-refused', path: () => '/sign-in', then: sendEmpty('auth.signIn') },
  { name: 'sign-up', path: () => '/sign-up' },
  { name: 'sign-up-refused', path: () => '/sign-up', then: sendEmpty('auth.signUp') },
  { name: 'forgot', path: () => '/forgot' },
  { name: 'set-password', path: () => '/set-password?token=nothing' },
  { name: 'reset', path: () => '/reset?token=nothing' },
  { name: 'confirmed', path: () => '/confirm?done=1' },
  { name: 'confirm-failed', path: () => '/confirm?error=TOKEN_EXPIRED' },
  { name: 'not-found', path: () => '/nothing/here' },
  { name: 'checkout-empty', path: () => '/checkout' },
  { name: 'checkout-visitor', path: ({ offer }) => `/checkout?offer=${offer}` },
  { name: 'checkout', eyes: 'newcomer', path: ({ offer }) => `/checkout?offer=${offer}` },
  {
    name: 'checkout-visitor-refused',
    path: ({ offer }) => `/checkout?offer=${offer}`,
    then: async (page, t) => {
      await page.getByRole('button', { name: t('checkout.forCompany') }).click()
      await page.getByLabel(t('auth.email'), { exact: true }).press('Enter')
      await page.locator('[aria-invalid="true"]').first().waitFor()
    },
  },
  { name: 'cart-empty', path: () => '/cart' },
  {
    name: 'cart',
    path: ({ slug }) => `/courses/${slug}`,
    then: async (page, t) => {
      await press(page.getByRole('button', { name: t('course.addToCart') }))
      await page.getByRole('link', { name: t('course.inCart') }).click()
      await page.getByRole('link', { name: t('checkout.cartPay') }).waitFor()
    },
  },
  { name: 'thanks-guest', path: ({ guestUrl }) => guestUrl },
  { name: 'orders', eyes: 'student', path: () => '/account/orders' },
  { name: 'orders-empty', eyes: 'newcomer', path: () => '/account/orders' },
  {
    name: 'checkout-coupon',
    eyes: 'newcomer',
    path: ({ offer }) => `/checkout?offer=${offer}`,
    then: (page, t) => page.getByRole('button', { name: t('checkout.haveCoupon') }).click(),
  },
  { name: 'checkout-owned', eyes: 'student', path: ({ offer }) => `/checkout?offer=${offer}` },
  { name: 'gateway', eyes: 'student', path: ({ session }) => `/pay/test/${session}` },
  { name: 'pay-paddle', eyes: 'student', path: () => '/pay/paddle' },
  { name: 'thanks', eyes: 'student', path: ({ order }) => `/orders/${order}/thanks` },
  { name: 'preview', path: ({ slug, lesson }) => `/learn/${slug}/${lesson('video')}` },
  { name: 'locked', path: ({ slug, other }) => `/learn/${slug}/${other.locked}` },
  {
    name: 'locked-signed-in',
    eyes: 'newcomer',
    path: ({ slug, other }) => `/learn/${slug}/${other.locked}`,
  },
  {
    name: 'lesson-video',
    eyes: 'student',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('video')}`,
  },
  {
    name: 'lesson-text',
    eyes: 'student',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('text')}`,
  },
  {
    name: 'lesson-keys',
    eyes: 'student',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('text')}`,
    then: async (page, t) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: t('learn.keys.title') }).waitFor()
    },
  },
  {
    name: 'lesson-quiz',
    eyes: 'student',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('quiz')}`,
  },
  {
    name: 'lesson-quiz-open',
    eyes: 'student',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('quiz')}`,
    then: async (page, t) => {
      await page
        .getByRole('button', { name: t('learn.quiz.start') })
        .or(page.getByRole('button', { name: t('learn.quiz.retry') }))
        .or(page.getByRole('button', { name: t('learn.quiz.handIn') }))
        .click()
      await page.getByRole('button', { name: t('learn.quiz.handIn') }).waitFor()
    },
  },
  {
    name: 'lesson-quiz-passed',
    eyes: 'graduate',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('quiz')}`,
  },
  { name: 'dashboard-empty', eyes: 'newcomer', path: () => '/dashboard' },
  { name: 'dashboard', eyes: 'student', path: () => '/dashboard' },
  { name: 'dashboard-finished', eyes: 'graduate', path: () => '/dashboard' },
  { name: 'notes', eyes: 'student', path: () => '/notes' },
  { name: 'account', eyes: 'student', path: () => '/account' },
  {
    name: 'account-zones',
    eyes: 'student',
    path: () => '/account',
    then: async (page, t) => {
      await page.getByRole('combobox', { name: t('account.profile.zone') }).click()
      await page.getByRole('option').first().waitFor()
    },
  },
  { name: 'account-security', eyes: 'student', path: () => '/account/security' },
  { name: 'account-schools', eyes: 'student', path: () => '/account/schools' },
  { name: 'account-inbox', eyes: 'student', path: () => '/account/inbox' },
  { name: 'account-notifications', eyes: 'student', path: () => '/account/notifications' },
  { name: 'account-orders', eyes: 'student', path: () => '/account/orders' },
  { name: 'account-orders-none', eyes: 'newcomer', path: () => '/account/orders' },
  { name: 'account-certificates', eyes: 'graduate', path: () => '/account/certificates' },
  { name: 'account-certificates-none', eyes: 'newcomer', path: () => '/account/certificates' },
  { name: 'unsubscribe', path: () => '/unsubscribe?token=a.b' },
  { name: 'gift', path: () => '/gift' },
  { name: 'teaching-invitation', path: () => '/teaching-invitation' },
  { name: 'change-email', path: () => '/change-email?token=a.b' },
  { name: 'account-privacy', eyes: 'student', path: () => '/account/privacy' },
  {
    name: 'lesson-resources',
    eyes: 'student',
    path: ({ slug, lesson }) => `/learn/${slug}/${lesson('text')}`,
    then: async (page, t) => {
      await page.getByRole('tab', { name: t('learn.resources.tab', { count: 2 }) }).click()
      await page.getByRole('tabpanel').getByRole('link').first().waitFor()
    },
  },
  {
    name: 'account-erasure',
    eyes: 'student',
    path: () => '/account/privacy',
    then: async (page, t) => {
      await page.getByText(t('account.privacy.eraseOpen'), { exact: true }).click()
      await page.getByRole('button', { name: t('account.privacy.eraseAsk') }).waitFor()
    },
  },
  {
    name: 'account-erasing',
    eyes: 'leaver',
    path: () => '/account/privacy',
    then: (page, t) => page.getByRole('button', { name: t('account.privacy.keep') }).waitFor(),
  },
  { name: 'person', eyes: 'student', path: ({ person }) => `/people/${person}` },
  { name: 'certificate', path: ({ serial }) => `/certificates/${serial}` },
  { name: 'platform', path: () => '/', platform: true },
  { name: 'platform-sign-in', path: () => '/sign-in', platform: true },
  { name: 'platform-forgot', path: () => '/forgot', platform: true },
  { name: 'platform-outbox', eyes: 'staff', path: () => '/outbox', platform: true },
  {
    name: 'platform-letter',
    eyes: 'staff',
    path: () => '/outbox',
    platform: true,
    then: async (page) => {
      await page.getByRole('listitem').getByRole('link').first().click()
      await page.locator('iframe').waitFor()
    },
  },
]

/** Sends a form with nothing in it, so that its complaints are there to be looked at. */
function sendEmpty(submit: 'auth.signIn' | 'auth.signUp') {
  return async (page: Page, t: Words): Promise<void> => {
    await press(page.getByRole('main').getByRole('button', { name: t(submit), exact: true }))
    await page.locator('[aria-invalid="true"]').first().waitFor()
  }
}
