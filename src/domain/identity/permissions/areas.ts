/** What the school's work is divided into, as the admin's navigation groups it. */
export const AREAS = [
  'courses',
  'learners',
  'community',
  'sales',
  'site',
  'mail',
  'school',
] as const

export type Area = (typeof AREAS)[number]

/** What can be given apart from a role: reading in an area, or changing there too. */
export type Permission = `${Area}.read` | `${Area}.write`

export const PERMISSIONS: readonly Permission[] = AREAS.flatMap((area) => [
  `${area}.read` as const,
  `${area}.write` as const,
])

/** Collections, and the first parts of addresses, that belong to each area. */
const PLACES: Record<Area, readonly string[]> = {
  community: ['comments', 'discussion', 'posts', 'spaces'],
  courses: [
    'approvals',
    'bank',
    'bank-questions',
    'bank-versions',
    'categories',
    'course-editions',
    'course-log',
    'course-team',
    'course-updates',
    'courses',
    'files',
    'instructors',
    'lessons',
    'media',
    'media-folders',
    'paths',
    'quiz-statistics',
    'quizzes',
    'reviews',
    'sections',
    'team',
    'transcripts',
    'transfers',
    'translations',
    'uploads',
    'video-traffic',
    'videos',
  ],
  learners: [
    'access-grants',
    'account-changes',
    'booking-steps',
    'certificates',
    'codes',
    'cohorts',
    'consents',
    'document-copies',
    'enrollment-changes',
    'enrollments',
    'grading',
    'lesson-releases',
    'path-members',
    'people',
    'place-requests',
    'progress',
    'quiz-allowances',
    'quiz-attempts',
    'regrades',
    'submission-files',
    'submission-reviews',
    'submissions',
    'surveys',
    'users',
    'video-plays',
    'waitlist-entries',
  ],
  mail: ['email-templates', 'emails'],
  sales: [
    'abandoned-checkouts',
    'coupon-redemptions',
    'coupons',
    'credit-notes',
    'disputes',
    'earnings',
    'finance',
    'gifts',
    'invoices',
    'ledger',
    'ledger-entries',
    'library-periods',
    'offer-additions',
    'offers',
    'order-lines',
    'orders',
    'payments',
    'payout-accounts',
    'payouts',
    'place-transfers',
    'places',
    'reconciliations',
    'recovered-checkouts',
    'recovered-revenue',
    'refund-lines',
    'refunds',
    'revenue-shares',
    'subscriptions',
    'tax',
    'tax-rates',
    'upsell-proposals',
    'upsells',
  ],
  school: [
    'address-blocks',
    'audit',
    'dead-letters',
    'domains',
    'drm-accounts',
    'events',
    'film-protection',
    'jobs',
    'payment-accounts',
    'payment-events',
    'plan',
    'plan-subscriptions',
    'plans',
    'secrets',
    'sign-in-providers',
    'speech-accounts',
    'tenants',
    'video-accounts',
    'video-events',
  ],
  site: ['pages', 'redirects'],
}

/** Calls that need another permission than their address and their method say. */
const OTHERS: Readonly<Record<string, Permission>> = {
  'GET /audit.csv': 'school.read',
  'GET /courses/:id/entitlement': 'learners.read',
  'GET /courses/:id/roster': 'learners.read',
  'GET /courses/:id/roster.csv': 'learners.read',
  'GET /people.csv': 'learners.read',
  'GET /quizzes/:id/statistics': 'learners.read',
  'GET /quizzes/:id/statistics.csv': 'learners.read',
  'GET /surveys/:lesson/results': 'courses.write',
  'GET /surveys/:lesson/results.csv': 'courses.write',
  'GET /transfers': 'courses.write',
  'GET /transfers/:id': 'courses.write',
  'GET /transfers/files/:token': 'courses.write',
  'POST /audit/verify': 'school.read',
  'POST /files/:id/watch': 'courses.read',
}

/** What everybody does for themselves, at addresses of an area, and what decides whether somebody gets in: a role alone gives it. */
const OWN = [
  '/attempts/',
  '/certificates/:serial',
  '/courses/:id/reviews',
  '/enrollments/mine',
  '/paths/:id/join',
  '/paths/:id/mine',
  '/people/:id/status',
  '/progress/',
  '/surveys/:lesson',
  '/users/:id/second-factor/reset',
]

const isOwn = (path: string): boolean =>
  OWN.some((one) =>
    one.endsWith('/') ? path.startsWith(one) : path === one || path === `${one}/mine`,
  )

const AREA_OF = new Map(
  AREAS.flatMap((area) => PLACES[area].map((place): [string, Area] => [place, area])),
)

/** The permission for an operation on a collection; undefined for what no permission reaches. */
export const permissionOn = (
  collection: string,
  operation: 'read' | 'write',
): Permission | undefined => {
  const area = AREA_OF.get(collection)

  return area && `${area}.${operation}`
}

/** The permission for a call, by its method and its path below `/api`; undefined for what no permission reaches. */
export const permissionFor = (method: string, path: string): Permission | undefined => {
  const name = `${method.toUpperCase()} ${path}`
  const area = isOwn(path) ? undefined : AREA_OF.get(path.split('/')[1] ?? '')
  const reach = name.startsWith('GET ') ? 'read' : 'write'

  return OTHERS[name] ?? (area && `${area}.${reach}`)
}

/** Whether permissions reach so far; whoever may change may read too. */
export const permits = (given: readonly string[], needed: Permission): boolean =>
  given.includes(needed) || given.includes(needed.replace(/\.read$/, '.write'))
