import { CouponRedemptions } from '@collections/commerce/CouponRedemptions'
import { Coupons } from '@collections/commerce/Coupons'
import { GatewaySessions } from '@collections/commerce/GatewaySessions'
import { Offers } from '@collections/commerce/Offers'
import { Invoices } from '@collections/commerce/Invoices'
import { OrderLines } from '@collections/commerce/OrderLines'
import { Orders } from '@collections/commerce/Orders'
import { PaymentEvents } from '@collections/commerce/PaymentEvents'
import { Payments } from '@collections/commerce/Payments'
import { checkout } from '@endpoints/commerce/checkout'
import { invoiceEndpoints } from '@endpoints/commerce/invoices'
import { checkoutQuote, checkoutQuoteByLink } from '@endpoints/commerce/quote'
import {
  approveTestPayment,
  declineTestPayment,
  testSession,
} from '@endpoints/commerce/testGateway'
import { stripeWebhook } from '@endpoints/commerce/webhooks'
import {
  completeOnAccountConfirmed,
  inviteOnOrderPaid,
  sweepGuestsNightly,
} from '@hooks/commerce/guests'
import { expireUnpaidOrders } from '@hooks/commerce/orders'
import { applyOnPaymentEventReceived } from '@hooks/commerce/paymentEvents'

import { domain } from './support/domain'

export const commerce = domain({
  collections: [
    Offers,
    Coupons,
    Orders,
    OrderLines,
    CouponRedemptions,
    Payments,
    PaymentEvents,
    GatewaySessions,
    { ...Invoices, endpoints: [...invoiceEndpoints] },
  ],
  endpoints: [
    checkout,
    checkoutQuote,
    checkoutQuoteByLink,
    stripeWebhook,
    testSession,
    approveTestPayment,
    declineTestPayment,
  ],
  reactions: [applyOnPaymentEventReceived, completeOnAccountConfirmed, inviteOnOrderPaid],
  tasks: [expireUnpaidOrders, sweepGuestsNightly],
})
