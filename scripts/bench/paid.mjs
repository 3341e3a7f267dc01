import { setTimeout as sleep } from 'node:timers/promises'

import { figuresOf } from './figures.mjs'
import { enrollmentWatch, order, payUntilEnrolled, untilSettled } from './learners.mjs'

/** How many pay in a second, whether or not those before them have what they paid for. */
const PER_SECOND = 50

/** Milliseconds from paid to enrolled that 19 of 20 buyers may wait at most. */
const AIM = 1000

/**
 * Has every learner buy a course, at a steady rate, and measures from the provider's event to the row of
 * the enrollment. The first few warm the platform up and are not measured.
 * @param {{
 *   counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, learners: import('./learners.mjs').Learner[],
 *   offer: string, warm: number,
 * } & import('./learners.mjs').School} given
 * @returns {Promise<import('./figures.mjs').Row>}
 */
export const measurePaid = async ({ counter, learners, offer, pool, port, warm }) => {
  /** @type {{ learner: import('./learners.mjs').Learner, order: string, session: string }[]} */
  const orders = []
  for (const learner of learners) {
    orders.push({ learner, ...(await order({ learner, offer, port })) })
  }
  const enrolled = enrollmentWatch(pool)
  const pay = (/** @type {typeof orders} */ buyers) =>
    Promise.all(
      buyers.map(async (buyer, place) => {
        await sleep((place * 1000) / PER_SECOND)

        return payUntilEnrolled({ enrolled, port, ...buyer })
      }),
    )
  await pay(orders.slice(0, warm))
  await untilSettled(pool)
  const measured = orders.slice(warm)
  /** @type {number[]} */
  let times = []
  let seconds = 0
  const buying = async () => {
    const began = performance.now()
    times = await pay(measured)
    seconds = (performance.now() - began) / 1000
    await untilSettled(pool)
  }
  const queries = await counter.per(buying, measured.length, { withWorker: true })
  const figures = figuresOf([{ bytes: 0, seconds, times }])

  return {
    aim: `p95 < ${AIM} ms`,
    figures,
    met: figures.p95 < AIM,
    queries,
    title: `paid → enrolled, ${PER_SECOND} a second`,
  }
}
