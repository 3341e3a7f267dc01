import type { CollectionConfig, Config, Plugin } from 'payload'

import type { Role } from '@/domain/identity/roles'

import { permissionOn, permits } from '@/domain/identity/permissions/areas'
import { AUTHORS, MANAGERS, STAFF } from '@/domain/identity/roles'

type Words = { en: string; he: string; ru: string }

/** For whom a collection stands in the navigation: nobody is shown a list in which they can do nothing. */
const AUDIENCES = { authors: AUTHORS, managers: MANAGERS, staff: STAFF } satisfies Record<
  string,
  readonly Role[]
>

/** What those work with who teach by invitation. */
const TAUGHT = new Set([
  'comments',
  'courses',
  'lessons',
  'media',
  'posts',
  'quiz-attempts',
  'quizzes',
  'reviews',
  'sections',
  'spaces',
  'submissions',
])

type Group = { collections: [slug: string, audience: keyof typeof AUDIENCES][]; label: Words }

/**
 * The navigation of the admin, in its order and in the field's words. It settles where a list is shown;
 * access rules say who may read or write its rows, whatever stands here.
 */
const NAVIGATION: readonly Group[] = [
  {
    collections: [
      ['courses', 'staff'],
      ['paths', 'authors'],
      ['sections', 'authors'],
      ['lessons', 'authors'],
      ['quizzes', 'authors'],
      ['bank-questions', 'authors'],
      ['categories', 'managers'],
      ['instructors', 'authors'],
      ['course-team', 'managers'],
      ['course-log', 'authors'],
      ['reviews', 'authors'],
      ['course-updates', 'authors'],
      ['media', 'authors'],
    ],
    label: { en: 'Courses', he: 'קורסים', ru: 'Курсы' },
  },
  {
    collections: [
      ['users', 'staff'],
      ['account-changes', 'managers'],
      ['consents', 'managers'],
      ['custom-roles', 'managers'],
      ['people-jobs', 'managers'],
      ['enrollments', 'staff'],
      ['cohorts', 'staff'],
      ['place-requests', 'staff'],
      ['waitlist-entries', 'staff'],
      ['booking-steps', 'staff'],
      ['access-grants', 'managers'],
      ['lesson-releases', 'staff'],
      ['enrollment-changes', 'staff'],
      ['path-members', 'staff'],
      ['progress', 'staff'],
      ['video-plays', 'staff'],
      ['document-copies', 'staff'],
      ['quiz-allowances', 'staff'],
      ['quiz-attempts', 'authors'],
      ['regrades', 'authors'],
      ['submissions', 'authors'],
      ['submission-files', 'authors'],
      ['certificates', 'staff'],
    ],
    label: { en: 'Learners', he: 'לומדים', ru: 'Студенты' },
  },
  {
    collections: [
      ['spaces', 'staff'],
      ['posts', 'staff'],
      ['comments', 'staff'],
    ],
    label: { en: 'Community', he: 'קהילה', ru: 'Сообщество' },
  },
  {
    collections: [
      ['offers', 'managers'],
      ['offer-additions', 'managers'],
      ['upsells', 'managers'],
      ['coupons', 'managers'],
      ['tax-rates', 'managers'],
      ['orders', 'managers'],
      ['gifts', 'managers'],
      ['abandoned-checkouts', 'managers'],
      ['invoices', 'managers'],
      ['refunds', 'managers'],
      ['disputes', 'managers'],
      ['place-transfers', 'managers'],
      ['credit-notes', 'managers'],
      ['ledger-entries', 'managers'],
      ['reconciliations', 'managers'],
      ['revenue-shares', 'managers'],
      ['payouts', 'managers'],
      ['subscriptions', 'managers'],
      ['library-periods', 'managers'],
      ['order-lines', 'managers'],
      ['payments', 'managers'],
      ['coupon-redemptions', 'managers'],
      ['upsell-proposals', 'managers'],
    ],
    label: { en: 'Sales', he: 'מכירות', ru: 'Продажи' },
  },
  {
    collections: [
      ['pages', 'authors'],
      ['redirects', 'managers'],
    ],
    label: { en: 'Site', he: 'אתר', ru: 'Сайт' },
  },
  {
    collections: [
      ['email-templates', 'managers'],
      ['emails', 'managers'],
    ],
    label: { en: 'Mail', he: 'דוא״ל', ru: 'Почта' },
  },
  {
    collections: [
      ['tenants', 'managers'],
      ['domains', 'managers'],
      ['address-blocks', 'managers'],
      ['api-keys', 'staff'],
      ['sign-in-providers', 'managers'],
      ['payment-accounts', 'managers'],
      ['video-accounts', 'managers'],
      ['drm-accounts', 'managers'],
      ['speech-accounts', 'managers'],
      ['plans', 'managers'],
      ['secrets', 'managers'],
    ],
    label: { en: 'School', he: 'בית הספר', ru: 'Школа' },
  },
  {
    collections: [
      ['dead-letters', 'managers'],
      ['events', 'managers'],
      ['payment-events', 'managers'],
      ['retention-runs', 'managers'],
      ['video-events', 'managers'],
    ],
    label: { en: 'System', he: 'מערכת', ru: 'Система' },
  },
]

const PLACES = new Map(
  NAVIGATION.flatMap(({ collections, label }) =>
    collections.map(([slug, audience]) => ({ slug, audience, label })),
  ).map(({ slug, ...place }, order) => [slug, { ...place, order }]),
)

type Reader = {
  permissions?: null | readonly string[]
  roles?: null | readonly string[]
  teaches?: boolean
} | null

const placed = (collection: CollectionConfig): CollectionConfig => {
  const place = PLACES.get(collection.slug)
  if (!place) {
    return collection
  }
  const roles: readonly string[] = [...AUDIENCES[place.audience], 'superAdmin']
  const needed = permissionOn(collection.slug, 'read')

  return {
    ...collection,
    admin: {
      ...collection.admin,
      group: place.label,
      hidden: ({ user }) => {
        const reader = user as unknown as Reader
        const isTheirs =
          reader?.roles?.some((role) => roles.includes(role)) ||
          (needed && permits(reader?.permissions ?? [], needed))

        return !isTheirs && !(reader?.teaches && TAUGHT.has(collection.slug))
      },
    },
  }
}

const orderOf = ({ slug }: { slug: string }): number => PLACES.get(slug)?.order ?? PLACES.size

/**
 * Puts every collection where the admin's navigation has it. Payload shows groups in the order of their
 * first collection; they are put into that order once the database's schema is made, which follows the order too.
 */
export const navigation: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(placed),
  onInit: async (payload) => {
    await config.onInit?.(payload)
    payload.config.collections.sort((one, other) => orderOf(one) - orderOf(other))
  },
})
