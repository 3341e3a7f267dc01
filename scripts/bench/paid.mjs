import { figuresOf } from './figures.mjs'
import { order, payUntilEnrolled, untilSettled } from './learners.mjs'

/** How many pay at the same moment. */
const AT_ONCE = 4

/** Milliseconds from paid to enrolled that 19 of 20 buyers may wait at most. */
const AIM = 1000

/**
 * Has every learner buy a course, some at a time, and measures from the provider's event to the row of
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
  const pay = async (/** @type {typeof orders} */ buyers) => {
    /** @type {number[]} */
    const times = []
    for (let from = 0; from < buyers.length; from += AT_ONCE) {
      const few = buyers.slice(from, from + AT_ONCE)
      times.push(
        ...(await Promise.all(few.map((buyer) => payUntilEnrolled({ pool, port, ...buyer })))),
      )
    }

    return times
  }
  await pay(orders.slice(0, warm))
  await untilSettled(pool)
  const measured = orders.slice(warm)
  /** @type {number[]} */
  let times = []
  let seconds = 0
  const queries = await counter.per(async () => {
    const began = performance.now()
    times = await pay(measured)
    seconds = (performance.now() - began) / 1000
    await untilSettled(pool)
  }, measured.length)
  const figures = figuresOf([{ bytes: 0, seconds, times }])

  return {
    aim: `p95 < ${AIM} ms`,
    figures,
    met: figures.p95 < AIM,
    queries,
    title: 'paid → enrolled',
  }
}
