import { CouponRedemptions } from '@collections/commerce/CouponRedemptions'
import { Coupons } from '@collections/commerce/Coupons'
import { GatewaySessions } from '@collections/commerce/GatewaySessions'
import { Offers } from '@collections/commerce/Offers'
import { Invoices } from '@collections/commerce/Invoices'
import { OrderLines } from '@collections/commerce/OrderLines'
import { Orders } from '@collections/commerce/Orders'
import { PaymentEvents } from '@collections/commerce/PaymentEvents'
import { Payments } from '@collections/commerce/Payments'
import { Subscriptions } from '@collections/commerce/Subscriptions'
import { checkout } from '@endpoints/commerce/checkout'
import { courseCohorts } from '@endpoints/commerce/cohorts'
import { invoiceEndpoints } from '@endpoints/commerce/invoices'
import { checkoutQuote, checkoutQuoteByLink } from '@endpoints/commerce/quote'
import { cancel, resume } from '@endpoints/commerce/subscriptions'
import {
  approveTestPayment,
  declineTestPayment,
  setTestCard,
  testSession,
} from '@endpoints/commerce/testGateway'
import { stripeWebhook } from '@endpoints/commerce/webhooks'
import { cancelPlansOnErasureAsked, forgetBuyerOnAccountErased } from '@hooks/commerce/erasure'
import {
  completeOnAccountConfirmed,
  inviteOnOrderPaid,
  sweepGuestsNightly,
} from '@hooks/commerce/guests'
import { expireUnpaidOrders } from '@hooks/commerce/orders'
import { applyOnPaymentEventReceived } from '@hooks/commerce/paymentEvents'
import {
  followOnOrderFailed,
  followOnOrderPaid,
  renewDueSubscriptions,
} from '@hooks/commerce/subscriptions'

import { domain } from './support/domain'

export const commerce = domain({
  collections: [
    Offers,
    Coupons,
    Subscriptions,
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
    courseCohorts,
    stripeWebhook,
    testSession,
    approveTestPayment,
    declineTestPayment,
    setTestCard,
    cancel,
    resume,
  ],
  reactions: [
    applyOnPaymentEventReceived,
    followOnOrderFailed,
    followOnOrderPaid,
    completeOnAccountConfirmed,
    inviteOnOrderPaid,
    cancelPlansOnErasureAsked,
    forgetBuyerOnAccountErased,
  ],
  tasks: [expireUnpaidOrders, renewDueSubscriptions, sweepGuestsNightly],
})
