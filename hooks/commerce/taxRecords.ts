import { recordReturn, recordSale } from '@/operations/commerce/tax/record'
import { reaction } from '@hooks/events/reaction'

/** Has whoever calculated the tax of an order count it. */
export const recordTaxOnOrderPaid = reaction({
  name: 'recordTaxOnOrderPaid',
  on: 'order.paid',
  run: async ({ data: { order }, req, tenant }) => {
    await recordSale({ order, req, tenant })
  },
  transaction: false,
})

/** Has what was given back counted as well. */
export const recordTaxOnRefundSettled = reaction({
  name: 'recordTaxOnRefundSettled',
  on: 'refund.settled',
  run: ({ data: { refund }, req, tenant }) => recordReturn({ refund, req, tenant }),
  transaction: false,
})
