import type { Scene } from './scene'

import { plant } from '@/test/isolation/planting'

import type { Called } from './callers'

/** Puts a row into a table of the school, or into another's. */
export const planter =
  ({ owner, school, tables }: Pick<Scene, 'owner' | 'school' | 'tables'>, tenant = school) =>
  (name: string, values: Record<string, unknown> = {}): Promise<string> => {
    const table = tables.find((one) => one.name === name)
    if (!table) {
      throw new Error(`There is no table ${name}.`)
    }

    return plant({ client: owner, table, tenant, values })
  }

/** A note of the admin panel, whose person stands in a table of its own. */
export const notePreference = async (
  scene: Scene,
  { id, caller }: Pick<Called, 'caller' | 'id'>,
): Promise<string> => {
  const put = planter(scene, caller === 'superAdmin' ? scene.platform : scene.school)
  const preference = await put('payload_preferences', { key: `note-${caller}` })
  await put('payload_preferences_rels', { parent_id: preference, path: 'user', users_id: id })

  return preference
}

/** Numbers of planted invoices and credit notes, each once. */
let documents = 1000

/** The public profile of somebody who teaches: one for each. */
const profileOf = async (scene: Scene, { id }: Pick<Called, 'id'>): Promise<string> => {
  const { rows } = await scene.owner.query<{ id: string }>(
    'select id::text from instructors where user_id::text = $1',
    [id],
  )

  return rows[0]?.id ?? planter(scene)('instructors', { user_id: id })
}

/** A row that somebody may change because it is their own. */
export const ownRow = (
  scene: Scene,
  slug: string,
  who: Pick<Called, 'caller' | 'id'>,
): Promise<string> => (slug === 'instructors' ? profileOf(scene, who) : notePreference(scene, who))

/** What somebody has after they bought a course of the school, learned in it and finished it: one row of each kind. */
export const giveBelongings = async (
  scene: Scene,
  { course, learner }: { course: string; learner: string },
): Promise<void> => {
  const put = planter(scene)
  const enrollment = await put('enrollments', { course_id: course, learner_id: learner })
  await put('access_grants', { enrollment_id: enrollment })
  await put('enrollment_changes', { enrollment_id: enrollment })
  await put('quiz_allowances', { enrollment_id: enrollment })
  await put('lesson_releases', { enrollment_id: enrollment })
  await put('place_requests', { course_id: course, learner_id: learner })
  await put('waitlist_entries', { learner_id: learner })
  await put('payout_accounts', { person_id: learner })
  await put('payouts', { person_id: learner })
  await put('api_keys', { account_id: learner })
  await put('consents', { account_id: learner })
  await put('revenue_shares', { course_id: course, ends_at: null, person_id: learner })
  await put('course_team', { account_id: learner, state: 'declined' })
  await put('booking_steps', { course_id: course, learner_id: learner })
  await put('subscriptions', { buyer_id: learner })
  const order = await put('orders', { buyer_id: learner })
  await put('order_lines', { order_id: order })
  await put('gifts', { buyer_id: learner, order_id: order })
  const line = await put('order_lines', { order_id: order })
  await put('place_transfers', {
    holder_id: learner,
    line_id: line,
    order_id: order,
    receiver_id: learner,
  })
  const payment = await put('payments', { order_id: order })
  const sequence = documents++
  const invoice = await put('invoices', { order_id: order, sequence })
  const refund = await put('refunds', { order_id: order, payment_id: payment })
  await put('refund_lines', { refund_id: refund })
  await put('credit_notes', { invoice_id: invoice, refund_id: refund, sequence })
  const way = await put('paths', { _status: 'published' })
  await put('path_members', { learner_id: learner, path_id: way })
  await put('progress', { enrollment_id: enrollment, learner_id: learner })
  await put('certificates', { enrollment_id: enrollment, learner_id: learner })
  const attempt = await put('quiz_attempts', { enrollment_id: enrollment, learner_id: learner })
  await put('reviews', {
    course_id: course,
    hidden_reason: 'Why',
    learner_id: learner,
    status: 'hidden',
  })
  await put('submissions', { enrollment_id: enrollment, learner_id: learner })
  await put('submission_files', { learner_id: learner })
  await put('regrades', { attempt_id: attempt, learner_id: learner })
}
