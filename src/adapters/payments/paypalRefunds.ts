import { RefundStatus as PayPalStatus } from '@paypal/paypal-server-sdk'

import type { RefundStatus } from '@/domain/commerce/refunds'

import type { PayPal } from './paypalClient'
import type { RefundRequest, RefundState } from './types'

import { toPayPal } from './paypalAmounts'
import { issueOf, orUnavailable } from './paypalClient'
import { nameAtPayPal } from './paypalIds'

/** Asks PayPal to give money back of a capture, once for each refund of ours. */
export const refundAtPayPal = async (
  { payments }: PayPal,
  { amount, currency, order, payment, refund, tenant }: RefundRequest,
): Promise<RefundState> => {
  try {
    const { result } = await orUnavailable(() =>
      payments.refundCapturedPayment({
        body: {
          amount: toPayPal({ amount, currency }),
          customId: nameAtPayPal({ order, refund, tenant }),
        },
        captureId: payment,
        paypalRequestId: `refund_${refund}`,
        prefer: 'return=representation',
      }),
    )

    return {
      id: result.id ?? null,
      failure: result.statusDetails?.reason ?? null,
      status: refundStatusOf(result.status),
    }
  } catch (error) {
    const issue = issueOf(error)
    if (issue === null) {
      throw error
    }

    return { id: null, failure: issue, status: 'failed' }
  }
}

/** A refund's status in the platform's words. */
export const refundStatusOf = (status: string | undefined): RefundStatus =>
  status === PayPalStatus.Completed
    ? 'succeeded'
    : status === PayPalStatus.Failed || status === PayPalStatus.Cancelled
      ? 'failed'
      : 'pending'
