import type { Rule } from './grants'

import {
  anybody,
  AUTHORS,
  authors,
  EVERYBODY,
  MANAGERS,
  managers,
  nobody,
  orOwn,
  platform,
  SIGNED_IN,
  STAFF,
  staff,
  THEIR_OWN,
} from './grants'

/** What can be asked of the rows of a collection, over REST and over GraphQL alike. */
export const OPERATIONS = [
  'create',
  'read',
  'count',
  'update',
  'delete',
  'duplicate',
  'readVersions',
  'restoreVersion',
] as const

export type Operation = (typeof OPERATIONS)[number]

export type CollectionRules = Record<Operation, Rule>

/** What is said of an operation; of those that it leaves out, nobody may do them. */
type Said = { read: Rule } & Partial<Omit<CollectionRules, 'count' | 'read'>>

/** Whoever may read rows may count them, and counts those that they may read. */
const rules = ({ read, ...said }: Said): CollectionRules => ({
  count: read,
  create: nobody,
  delete: nobody,
  duplicate: nobody,
  read,
  readVersions: nobody,
  restoreVersion: nobody,
  update: nobody,
  ...said,
})

const machine = (read: Rule): CollectionRules => rules({ read })

const plain = (read: Rule): CollectionRules =>
  rules({ create: authors, delete: authors, duplicate: authors, read, update: authors })

const authored = (read: Rule): CollectionRules => ({
  ...plain(read),
  readVersions: authors,
  restoreVersion: authors,
})

const managed = (read: Rule = managers): CollectionRules =>
  rules({ create: managers, delete: managers, read, update: managers })

/** Who works in the school, and how far. */
const ownersOnly: Rule = { allowed: ['owner', 'superAdmin'] }

const PUBLISHED = 'published ones that were not deleted'

/** What each role may do with the rows of each collection of its own school. */
export const COLLECTION_RULES: Readonly<Record<string, CollectionRules>> = {
  'abandoned-checkouts': machine(managers),
  'access-grants': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'account-changes': machine(managers),
  'address-blocks': managed(),
  'api-keys': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'bank-questions': plain(authors),
  'bank-versions': machine(authors),
  'booking-steps': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  'cart-items': machine(nobody),
  categories: managed(anybody),
  certificates: { ...machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)), update: managers },
  cohorts: managed(staff),
  comments: machine(staff),
  consents: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'coupon-redemptions': machine(managers),
  coupons: managed(),
  'course-editions': machine(authors),
  'course-log': machine(authors),
  'course-team': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'course-transfer-items': machine(nobody),
  'course-transfers': machine(nobody),
  'course-updates': machine(authors),
  courses: authored(orOwn(AUTHORS, PUBLISHED, EVERYBODY)),
  'credit-notes': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'custom-roles': rules({
    create: ownersOnly,
    delete: ownersOnly,
    read: managers,
    update: ownersOnly,
  }),
  'data-exports': machine(nobody),
  'dead-letters': machine(managers),
  disputes: machine(managers),
  'document-copies': machine(staff),
  domains: rules({ create: managers, delete: managers, read: managers }),
  'drm-accounts': managed(),
  'edition-lessons': machine(nobody),
  'email-templates': managed(),
  emails: machine(managers),
  'enrollment-changes': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  enrollments: rules({
    create: managers,
    read: orOwn(STAFF, THEIR_OWN, SIGNED_IN),
    update: managers,
  }),
  erasures: machine(nobody),
  events: machine(managers),
  'gateway-plans': machine(nobody),
  'gateway-sessions': machine(nobody),
  gifts: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'incoming-files': machine(nobody),
  instructors: {
    ...managed(orOwn(STAFF, 'those on the website', EVERYBODY)),
    update: orOwn(MANAGERS, THEIR_OWN, AUTHORS),
  },
  invoices: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'learner-notes': machine(nobody),
  'ledger-entries': machine(managers),
  'lesson-releases': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  lessons: authored(
    orOwn(
      AUTHORS,
      'published previews, and published ones of courses they are enrolled in, once no rule holds them back; none that was deleted',
      EVERYBODY,
    ),
  ),
  'library-periods': machine(managers),
  media: { ...plain(orOwn(STAFF, 'public ones', EVERYBODY)), duplicate: nobody },
  'media-folders': { ...plain(staff), duplicate: nobody },
  'offer-additions': { ...managed(), duplicate: managers },
  offers: { ...managed(orOwn(STAFF, 'those on sale', EVERYBODY)), duplicate: managers },
  'order-lines': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  orders: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  pages: authored(orOwn(AUTHORS, 'published ones', EVERYBODY)),
  'path-members': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  paths: authored(orOwn(AUTHORS, 'published ones', EVERYBODY)),
  'payment-accounts': managed(),
  'payment-events': machine(managers),
  payments: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'payout-accounts': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  payouts: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'people-jobs': machine(managers),
  'people-lines': machine(nobody),
  'place-requests': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  'place-transfers': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'plan-subscriptions': machine(managers),
  plans: rules({
    create: platform,
    delete: platform,
    read: { ...managers, note: 'the platform’s own; a school is shown those it is offered' },
    update: platform,
  }),
  'post-follows': machine(nobody),
  posts: machine(staff),
  progress: machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  'quiz-allowances': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  'quiz-attempts': machine(authors),
  'quiz-statistics': machine(authors),
  quizzes: authored(authors),
  reconciliations: machine(managers),
  redirects: { ...machine(managers), delete: managers },
  'refund-lines': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  refunds: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  regrades: machine(orOwn(AUTHORS, THEIR_OWN, SIGNED_IN)),
  'retention-runs': machine(managers),
  'revenue-shares': managed(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  reviews: rules({
    read: orOwn(STAFF, 'those that are not hidden, and their own', EVERYBODY),
    update: authors,
  }),
  secrets: managed(),
  sections: plain(orOwn(AUTHORS, 'those that were not deleted', EVERYBODY)),
  'sign-in-providers': rules({
    create: ownersOnly,
    delete: ownersOnly,
    read: managers,
    update: ownersOnly,
  }),
  'space-members': machine(nobody),
  spaces: machine(staff),
  'speech-accounts': managed(),
  'submission-files': machine(authors),
  submissions: machine(authors),
  subscriptions: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  'survey-answers': machine(nobody),
  'tax-rates': managed(),
  tenants: rules({
    create: platform,
    read: {
      ...anybody,
      note: 'plan, limits, fee, shares, invoicing and taxation only by managers',
    },
    update: { ...managers, note: 'plan, limits and fee only by platform staff' },
  }),
  transcripts: machine(staff),
  translations: machine(authors),
  'upsell-proposals': machine(managers),
  upsells: { ...managed(), duplicate: managers },
  users: rules({
    create: managers,
    delete: platform,
    read: orOwn(STAFF, 'their own account', SIGNED_IN),
    update: { ...managers, note: 'an owner’s account only by owners and platform staff' },
  }),
  'video-accounts': managed(),
  'video-events': machine(managers),
  'video-plays': machine(staff),
  'video-traffic': machine(staff),
  videos: machine(staff),
  'waitlist-entries': machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),

  'payload-kv': machine(nobody),
  'payload-locked-documents': rules({ create: staff, delete: staff, read: staff, update: staff }),
  'payload-preferences': rules({
    create: staff,
    delete: orOwn([], THEIR_OWN, STAFF),
    read: orOwn([], THEIR_OWN, STAFF),
    update: orOwn([], THEIR_OWN, STAFF),
  }),
}

/** Where Payload serves each operation over REST, below `/api/<collection>`; `*` stands for an id. */
export const REST_ROUTES: Readonly<Record<string, Operation>> = {
  'DELETE /': 'delete',
  'DELETE /*': 'delete',
  'GET /': 'read',
  'GET /*': 'read',
  'GET /count': 'count',
  'GET /versions': 'readVersions',
  'GET /versions/*': 'readVersions',
  'PATCH /': 'update',
  'PATCH /*': 'update',
  'POST /': 'create',
  'POST /*/duplicate': 'duplicate',
  'POST /versions/*': 'restoreVersion',
}
