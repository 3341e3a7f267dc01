import type { Paddle } from './paddleClient'
import type { Adjustment } from './paddleShapes'
import type { Read } from './reading'
import type { Listing, Movement, Range } from './types'

import { listedEvent } from './listing'
import { allAtPaddle } from './paddleClient'
import { adjustedAtPaddle, soldAtPaddle } from './paddleEvents'
import { adjustmentShape, transactionShape } from './paddleShapes'

const AT_ONCE = '50'

/** Paddle may take weeks over a refund, and a bank months over a dispute, both named by their first day. */
const ADJUSTED_FOR_MS = 180 * 24 * 3600_000

/** Sales, refunds and disputes of a Paddle account that name something of ours, as Paddle lists them. */
export const listAtPaddle = async (paddle: Paddle, { from, to }: Range): Promise<Listing> => {
  const sales = await allAtPaddle({
    paddle,
    path: '/transactions',
    query: {
      'billed_at[GTE]': from.toISOString(),
      'billed_at[LTE]': to.toISOString(),
      per_page: AT_ONCE,
      status: 'completed',
    },
    shape: transactionShape,
  })
  const since = new Date(from.getTime() - ADJUSTED_FOR_MS).toISOString()
  const adjustments = await allAtPaddle({
    isEnough: (page) => page.some((one) => one.created_at < since),
    paddle,
    path: '/adjustments',
    query: { order_by: 'id[DESC]', per_page: AT_ONCE },
    shape: adjustmentShape,
  })

  return {
    kinds: ['payment', 'refund', 'dispute'],
    movements: [
      ...sales.flatMap((sale) =>
        told({
          id: sale.id,
          at: sale.billed_at ?? sale.created_at,
          fee: sale.details.totals.fee ?? null,
          kind: 'payment',
          read: soldAtPaddle(sale),
        }),
      ),
      ...latestOfDisputes(adjustments).flatMap((one) => {
        const read = adjustedAtPaddle(one)

        return told({
          id: read?.dispute?.id ?? one.id,
          at: one.created_at,
          fee: read?.dispute?.fee ?? null,
          kind: read?.dispute ? 'dispute' : 'refund',
          read,
        })
      }),
    ],
  }
}

/** Of the adjustments that tell of one dispute the latest alone; they come with the latest in front. */
const latestOfDisputes = (adjustments: readonly Adjustment[]): Adjustment[] => {
  const seen = new Set<string>()

  return adjustments.filter((one) => {
    const dispute = adjustedAtPaddle(one)?.dispute?.id
    const isLatest = !dispute || !seen.has(dispute)
    if (dispute) {
      seen.add(dispute)
    }

    return isLatest
  })
}

const told = ({
  id,
  at,
  fee,
  kind,
  read,
}: {
  at: string
  fee: null | number
  id: string
  kind: Movement['kind']
  read: null | Read
}): Movement[] =>
  read
    ? [
        {
          id,
          event: listedEvent(
            { ...read, occurredAt: new Date(at), provider: 'paddle' },
            { id, kind },
          ),
          fee,
          kind,
        },
      ]
    : []
