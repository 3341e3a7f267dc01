/** Who may call, as the published matrix names its columns; each school role alone, without any other. */
export const CALLERS = [
  'visitor',
  'student',
  'affiliate',
  'moderator',
  'support',
  'instructor',
  'admin',
  'owner',
  'superAdmin',
] as const

export type Caller = (typeof CALLERS)[number]

/** `own`: some rows alone, which the row's `note` names; for all others the answer is a refusal or nothing. */
export type Grant = 'allowed' | 'denied' | 'own'

export const OPERATIONS = ['create', 'read', 'update', 'delete', 'readVersions'] as const

export type Operation = (typeof OPERATIONS)[number]

/** Who has what; whoever is in neither list is denied. */
export type Rule = { allowed?: readonly Caller[]; note?: string; own?: readonly Caller[] }

export type CollectionRules = Record<Operation, Rule>

const without = (...left: Caller[]): Caller[] => CALLERS.filter((one) => !left.includes(one))

const EVERYBODY = CALLERS
const SIGNED_IN = without('visitor')
const PLATFORM: Caller[] = ['superAdmin']
const MANAGERS: Caller[] = ['admin', 'owner', ...PLATFORM]
const AUTHORS: Caller[] = ['instructor', ...MANAGERS]
const STAFF: Caller[] = ['moderator', 'support', ...AUTHORS]

const NOBODY: Rule = {}
const anybody: Rule = { allowed: EVERYBODY }
const managers: Rule = { allowed: MANAGERS }
const authors: Rule = { allowed: AUTHORS }

/** All rows for `allowed`, and of the others' own what `note` says. */
const orOwn = (allowed: readonly Caller[], note: string, own: readonly Caller[]): Rule => ({
  allowed,
  note,
  own: own.filter((caller) => !allowed.includes(caller)),
})

const machine = (read: Rule): CollectionRules => ({
  create: NOBODY,
  delete: NOBODY,
  read,
  readVersions: NOBODY,
  update: NOBODY,
})

const authored = (read: Rule, readVersions: Rule = authors): CollectionRules => ({
  create: authors,
  delete: authors,
  read,
  readVersions,
  update: authors,
})

const managed = (read: Rule = managers): CollectionRules => ({
  create: managers,
  delete: managers,
  read,
  readVersions: NOBODY,
  update: managers,
})

const THEIR_OWN = 'their own'
const PUBLISHED = 'published ones'

/** What each role may do with the rows of each collection of its own school. */
export const COLLECTION_RULES: Readonly<Record<string, CollectionRules>> = {
  certificates: { ...machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)), update: managers },
  'coupon-redemptions': machine(managers),
  coupons: managed(),
  'course-updates': machine(authors),
  courses: authored(orOwn(AUTHORS, PUBLISHED, EVERYBODY)),
  'dead-letters': machine(managers),
  domains: managed(),
  'email-templates': managed(),
  emails: machine(managers),
  enrollments: {
    ...machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
    create: managers,
    update: managers,
  },
  events: machine(managers),
  'gateway-sessions': machine(NOBODY),
  lessons: authored(
    orOwn(AUTHORS, 'published previews, and those of courses they are enrolled in', EVERYBODY),
  ),
  media: authored(orOwn(STAFF, 'public ones', EVERYBODY), NOBODY),
  offers: managed(orOwn(STAFF, 'those on sale', EVERYBODY)),
  'order-lines': machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  orders: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  pages: authored(orOwn(AUTHORS, PUBLISHED, EVERYBODY)),
  'payment-events': machine(managers),
  payments: machine(orOwn(MANAGERS, THEIR_OWN, SIGNED_IN)),
  progress: machine(orOwn(STAFF, THEIR_OWN, SIGNED_IN)),
  'quiz-attempts': machine(authors),
  quizzes: authored(authors),
  regrades: machine(orOwn(AUTHORS, THEIR_OWN, SIGNED_IN)),
  secrets: managed(),
  sections: authored(anybody, NOBODY),
  tenants: {
    ...machine({ ...anybody, note: 'limits only by managers' }),
    create: { allowed: PLATFORM },
    update: { ...managers, note: 'limits only by platform staff' },
  },
  users: {
    create: managers,
    delete: { allowed: PLATFORM },
    read: orOwn(STAFF, 'their own account', SIGNED_IN),
    readVersions: NOBODY,
    update: { ...managers, note: 'an owner’s account only by owners and platform staff' },
  },

  'payload-kv': machine(NOBODY),
  'payload-locked-documents': {
    create: { allowed: STAFF },
    delete: { allowed: STAFF },
    read: { allowed: STAFF },
    readVersions: NOBODY,
    update: { allowed: STAFF },
  },
}

const learner: Rule = { note: 'in courses they are enrolled in', own: SIGNED_IN }

/** What each role may call beyond plain reading and writing: `METHOD path`, below `/api`. */
export const ENDPOINT_RULES: Readonly<Record<string, Rule>> = {
  'GET /certificates/:serial': anybody,
  'GET /certificates/:serial/pdf': anybody,
  'GET /checkout/quote': anybody,
  'GET /courses/:id/updates': authors,
  'GET /domains/allowed': anybody,
  'GET /email-templates/:id/preview': managers,
  'GET /health': anybody,
  'GET /jobs': managers,
  'GET /learn/:courseSlug': anybody,
  'GET /learn/media/:lesson': orOwn(AUTHORS, 'of courses they are enrolled in', SIGNED_IN),
  'GET /media/file/:filename': orOwn(STAFF, 'public ones', EVERYBODY),
  'GET /outbox': { allowed: PLATFORM },
  'GET /outbox/:id': { allowed: PLATFORM },
  'GET /payments/test/:session': { note: 'of their own orders', own: SIGNED_IN },
  'GET /session': anybody,
  'PATCH /attempts/:id': { note: THEIR_OWN, own: SIGNED_IN },
  'POST /attempts': learner,
  'POST /attempts/:id/submit': { note: THEIR_OWN, own: SIGNED_IN },
  'POST /certificates/issue-missing': managers,
  'POST /checkout': { allowed: SIGNED_IN },
  'POST /checkout/quote': anybody,
  'POST /courses/:id/updates': authors,
  'POST /dead-letters/:id/retry': managers,
  'POST /email-templates/:id/test': managers,
  'POST /payments/stripe/webhook': { allowed: EVERYBODY, note: 'signed by Stripe' },
  'POST /payments/test/:session/approve': { note: 'of their own orders', own: SIGNED_IN },
  'POST /payments/test/:session/decline': { note: 'of their own orders', own: SIGNED_IN },
  'POST /progress/completed': learner,
  'POST /progress/watched': learner,
}

/** The cell of the matrix. */
export const grantOf = ({ allowed = [], own = [] }: Rule, caller: Caller): Grant => {
  if (allowed.includes(caller)) {
    return 'allowed'
  }

  return own.includes(caller) ? 'own' : 'denied'
}
