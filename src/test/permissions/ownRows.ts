import type { Grant } from '@/domain/identity/permissions/grants'

import type { Called } from './callers'
import type { Scene } from './scene'

import { HOST } from './scene'

const LEARNER = 'learner_id::text = $1'
const OF_OWN_ORDERS = 'order_id in (select id from orders where buyer_id::text = $1)'
const KEPT = `_status = 'published' and deleted_at is null`

/**
 * Which rows of a collection are meant by "own", in SQL of their own rather than by the access rules;
 * `$1` is whose they are, and nobody's for a visitor.
 */
const OWN: Record<string, string> = {
  'access-grants': 'enrollment_id in (select id from enrollments where learner_id::text = $1)',
  'api-keys': 'account_id::text = $1',
  'booking-steps': LEARNER,
  certificates: LEARNER,
  consents: 'account_id::text = $1',
  'course-team': 'account_id::text = $1',
  courses: KEPT,
  'credit-notes': `refund_id in (select id from refunds where ${OF_OWN_ORDERS})`,
  'enrollment-changes': 'enrollment_id in (select id from enrollments where learner_id::text = $1)',
  enrollments: LEARNER,
  gifts: 'buyer_id::text = $1',
  instructors: 'is_published',
  invoices: OF_OWN_ORDERS,
  'lesson-releases': 'enrollment_id in (select id from enrollments where learner_id::text = $1)',
  lessons: `${KEPT} and (is_preview or course_id in
    (select course_id from enrollments where learner_id::text = $1 and status = 'active'))`,
  media: 'is_public',
  offers: 'is_active',
  'order-lines': OF_OWN_ORDERS,
  orders: 'buyer_id::text = $1',
  pages: `_status = 'published'`,
  'path-members': LEARNER,
  paths: `_status = 'published'`,
  'payload-preferences': `id in (select parent_id from payload_preferences_rels where users_id::text = $1)`,
  payments: OF_OWN_ORDERS,
  'payout-accounts': 'person_id::text = $1',
  payouts: 'person_id::text = $1',
  'place-requests': LEARNER,
  'place-transfers': 'holder_id::text = $1 or receiver_id::text = $1',
  progress: LEARNER,
  'quiz-allowances': 'enrollment_id in (select id from enrollments where learner_id::text = $1)',
  'refund-lines': `refund_id in (select id from refunds where ${OF_OWN_ORDERS})`,
  refunds: OF_OWN_ORDERS,
  regrades: LEARNER,
  'revenue-shares': 'person_id::text = $1',
  reviews: `status = 'published' or ${LEARNER}`,
  sections: 'deleted_at is null',
  subscriptions: 'buyer_id::text = $1',
  users: 'id::text = $1',
  'waitlist-entries': LEARNER,
}

/** Collections of which the matrix grants some rows alone. */
export const HAVE_OWN: readonly string[] = Object.keys(OWN)

export const tableOf = (slug: string): string => slug.replace(/-/g, '_')

/** Ids that somebody is to see, in order, and ids that they are not to see: of their school and of another. */
export type Sides = { hidden: string[]; seen: string[] }

const idsWhere = async (
  { owner }: Scene,
  slug: string,
  [where, ...values]: [where: string, ...values: string[]],
): Promise<string[]> => {
  const { rows } = await owner.query<{ id: string }>(
    `select id::text from "${tableOf(slug)}" where ${where} order by id::text`,
    values,
  )

  return rows.map(({ id }) => id)
}

/** What an answer to somebody with such a grant has to hold; with `trash`, rows in the trash too, where they may see them. */
export const sidesOf = async (
  scene: Scene,
  { slug, grant, trash = false, who }: { grant: Grant; slug: string; trash?: boolean; who: Called },
): Promise<Sides> => {
  const all = await idsWhere(scene, slug, ['true'])
  if (grant === 'denied') {
    return { hidden: all, seen: [] }
  }
  const hasTrash = scene.payload.config.collections.some((one) => one.slug === slug && one.trash)
  const column = slug === 'tenants' ? 'id' : 'tenant_id'
  const here = who.host === HOST ? `${column} = '${scene.school}'` : 'true'
  const kept = hasTrash && !trash ? ' and deleted_at is null' : ''
  const seen =
    grant === 'own'
      ? await idsWhere(scene, slug, [
          `${here} and (${OWN[slug]} or $1::text is null)`,
          who.id || 'nobody',
        ])
      : await idsWhere(scene, slug, [`${here}${kept}`])

  return { hidden: all.filter((id) => !seen.includes(id)), seen }
}
