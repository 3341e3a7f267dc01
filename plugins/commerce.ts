import { AbandonedCheckouts } from '@collections/commerce/AbandonedCheckouts'
import { Gifts } from '@collections/commerce/Gifts'
import { CartItems } from '@collections/commerce/CartItems'
import { CouponRedemptions } from '@collections/commerce/CouponRedemptions'
import { Coupons } from '@collections/commerce/Coupons'
import { Disputes } from '@collections/commerce/Disputes'
import { GatewaySessions } from '@collections/commerce/GatewaySessions'
import { CreditNotes } from '@collections/commerce/CreditNotes'
import { LibraryPeriods } from '@collections/commerce/LibraryPeriods'
import { LedgerEntries } from '@collections/commerce/LedgerEntries'
import { PaymentAccounts } from '@collections/commerce/PaymentAccounts'
import { Upsells } from '@collections/commerce/Upsells'
import { UpsellProposals } from '@collections/commerce/UpsellProposals'
import { OfferAdditions } from '@collections/commerce/OfferAdditions'
import { Offers } from '@collections/commerce/Offers'
import { Invoices } from '@collections/commerce/Invoices'
import { OrderLines } from '@collections/commerce/OrderLines'
import { Orders } from '@collections/commerce/Orders'
import { PlaceTransfers } from '@collections/commerce/PlaceTransfers'
import { PaymentEvents } from '@collections/commerce/PaymentEvents'
import { Payments } from '@collections/commerce/Payments'
import { Reconciliations } from '@collections/commerce/Reconciliations'
import { RefundLines } from '@collections/commerce/RefundLines'
import { RevenueShares } from '@collections/commerce/RevenueShares'
import { PayoutAccounts } from '@collections/commerce/PayoutAccounts'
import { Payouts } from '@collections/commerce/Payouts'
import { Refunds } from '@collections/commerce/Refunds'
import { Subscriptions } from '@collections/commerce/Subscriptions'
import { addToCart, cart, cartCount, lookAtCart, removeFromCart } from '@endpoints/commerce/cart'
import { TaxRates } from '@collections/commerce/TaxRates'
import { checkout } from '@endpoints/commerce/checkout'
import { courseCohorts } from '@endpoints/commerce/cohorts'
import { creditNoteEndpoints } from '@endpoints/commerce/creditNotes'
import { earningEndpoints } from '@endpoints/commerce/earnings'
import { financeEndpoints } from '@endpoints/commerce/finance'
import { giftEndpoints } from '@endpoints/commerce/gifts'
import { invoiceEndpoints } from '@endpoints/commerce/invoices'
import { ledgerBalances } from '@endpoints/commerce/ledger'
import { checkoutQuote, checkoutQuoteByLink } from '@endpoints/commerce/quote'
import { merchantInvoiceEndpoint } from '@endpoints/commerce/merchants'
import { place, placePrice, releasePlace, transferPlace } from '@endpoints/commerce/places'
import { replayEvents } from '@endpoints/commerce/replay'
import { recovered } from '@endpoints/commerce/recovered'
import { recoveredCheckoutsEndpoint } from '@endpoints/commerce/recoveredCheckouts'
import { refundEndpoints } from '@endpoints/commerce/refunds'
import { forgetCard, subscriptionCard } from '@endpoints/commerce/subscriptionCard'
import { testDisputeEndpoints } from '@endpoints/commerce/testDisputes'
import { taxReportCsv, taxReportEndpoint } from '@endpoints/commerce/taxReport'
import {
  cancel,
  change,
  changes,
  pause,
  resume,
  retry,
  stay,
  unpause,
} from '@endpoints/commerce/subscriptions'
import {
  approveTestPayment,
  declineTestPayment,
  setTestCard,
  testSession,
} from '@endpoints/commerce/testGateway'
import { upsellEndpoints } from '@endpoints/commerce/upsells'
import { actOnTestPlan } from '@endpoints/commerce/testPlans'
import { keepConsentsOnOrderPaid, keepConsentsOnOrderPlaced } from '@hooks/commerce/consents'
import { recoverOnOrderPaid, remindOfUnfinishedCheckouts } from '@hooks/commerce/reminders'
import {
  cancelGiftOnRefundSettled,
  deliverDueGifts,
  openGiftOnOrderPaid,
} from '@hooks/commerce/gifts'
import { emptyCartOnOrderPaid } from '@hooks/commerce/cart'
import {
  paddleWebhook,
  paypalWebhook,
  razorpayWebhook,
  stripeWebhook,
} from '@endpoints/commerce/webhooks'
import { cancelPlansOnErasureAsked, forgetBuyerOnAccountErased } from '@hooks/commerce/erasure'
import {
  completeOnAccountConfirmed,
  inviteOnOrderPaid,
  sweepGuestsNightly,
} from '@hooks/commerce/guests'
import { endPlanOnDisputeChanged } from '@hooks/commerce/disputes'
import { carryOutOnRefundAsked, endPlanOnRefundSettled } from '@hooks/commerce/refunds'
import {
  carryOutOnPayoutAsked,
  followOnPayoutReported,
  followOpenPayouts,
  payOutEveryNight,
  refreshOnPayoutAccountReported,
} from '@hooks/commerce/payouts'
import { reconcileEveryNight } from '@hooks/commerce/reconciliations'
import { shareOnTeamChanged } from '@hooks/commerce/revenueShares'
import { settleLibrariesHourly } from '@hooks/commerce/libraries'
import { fetchExchangeRates } from '@hooks/commerce/exchangeRates'
import { forgetKeptCardsHourly } from '@hooks/commerce/upsells'
import { expireUnpaidOrders } from '@hooks/commerce/orders'
import {
  applyOnPaymentEventReceived,
  confirmOnPaymentApproved,
  replayOnReplayAsked,
} from '@hooks/commerce/paymentEvents'
import {
  followOnOrderFailed,
  followOnOrderPaid,
  joinLibrariesOnContentChanged,
  mailCardEndingsHourly,
  rememberOnCardGiven,
  renewDueSubscriptions,
  winBackDaily,
} from '@hooks/commerce/subscriptions'
import { recordTaxOnOrderPaid, recordTaxOnRefundSettled } from '@hooks/commerce/taxRecords'

import { domain } from './support/domain'

export const commerce = domain({
  collections: [
    Offers,
    OfferAdditions,
    Upsells,
    Coupons,
    Subscriptions,
    { ...Orders, endpoints: [...refundEndpoints, ...testDisputeEndpoints] },
    OrderLines,
    CouponRedemptions,
    Payments,
    PaymentEvents,
    GatewaySessions,
    PaymentAccounts,
    { ...Invoices, endpoints: [...invoiceEndpoints] },
    Refunds,
    RefundLines,
    Disputes,
    Reconciliations,
    { ...CreditNotes, endpoints: [...creditNoteEndpoints] },
    RevenueShares,
    PayoutAccounts,
    Payouts,
    LedgerEntries,
    LibraryPeriods,
    CartItems,
    AbandonedCheckouts,
    Gifts,
    TaxRates,
    PlaceTransfers,
    UpsellProposals,
  ],
  endpoints: [
    checkout,
    checkoutQuote,
    checkoutQuoteByLink,
    courseCohorts,
    ledgerBalances,
    taxReportEndpoint,
    taxReportCsv,
    ...earningEndpoints,
    ...financeEndpoints,
    ...giftEndpoints,
    recovered,
    recoveredCheckoutsEndpoint,
    replayEvents,
    stripeWebhook,
    merchantInvoiceEndpoint,
    paddleWebhook,
    paypalWebhook,
    razorpayWebhook,
    testSession,
    approveTestPayment,
    declineTestPayment,
    setTestCard,
    actOnTestPlan,
    cancel,
    change,
    changes,
    pause,
    resume,
    retry,
    stay,
    subscriptionCard,
    forgetCard,
    cart,
    cartCount,
    lookAtCart,
    addToCart,
    removeFromCart,
    unpause,
    place,
    placePrice,
    transferPlace,
    releasePlace,
    ...upsellEndpoints,
  ],
  reactions: [
    keepConsentsOnOrderPlaced,
    keepConsentsOnOrderPaid,
    applyOnPaymentEventReceived,
    confirmOnPaymentApproved,
    replayOnReplayAsked,
    carryOutOnRefundAsked,
    endPlanOnRefundSettled,
    recordTaxOnOrderPaid,
    recordTaxOnRefundSettled,
    endPlanOnDisputeChanged,
    followOnOrderFailed,
    followOnOrderPaid,
    rememberOnCardGiven,
    emptyCartOnOrderPaid,
    recoverOnOrderPaid,
    openGiftOnOrderPaid,
    cancelGiftOnRefundSettled,
    joinLibrariesOnContentChanged,
    shareOnTeamChanged,
    carryOutOnPayoutAsked,
    followOnPayoutReported,
    refreshOnPayoutAccountReported,
    completeOnAccountConfirmed,
    inviteOnOrderPaid,
    cancelPlansOnErasureAsked,
    forgetBuyerOnAccountErased,
  ],
  tasks: [
    followOpenPayouts,
    payOutEveryNight,
    reconcileEveryNight,
    expireUnpaidOrders,
    fetchExchangeRates,
    settleLibrariesHourly,
    remindOfUnfinishedCheckouts,
    deliverDueGifts,
    renewDueSubscriptions,
    mailCardEndingsHourly,
    sweepGuestsNightly,
    winBackDaily,
    forgetKeptCardsHourly,
  ],
})
