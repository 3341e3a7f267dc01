import type { DisputeReport } from '@/domain/commerce/disputes'
import type { CardFace } from '@/domain/commerce/cards'
import type { MerchantSale } from '@/domain/commerce/merchants'
import type { Money } from '@/domain/commerce/money'
import type { PaymentEventType } from '@/domain/commerce/orders'
import type { ProviderName } from '@/domain/commerce/providers'
import type { MovementKind } from '@/domain/commerce/reconciliation'
import type { RefundStatus } from '@/domain/commerce/refunds'

export type { ProviderName, RealProvider } from '@/domain/commerce/providers'

/** One line of the payment page: what is bought and what is to be paid for it, in minor units. */
export type PaymentLine = { amount: number; title: string }

/** Money that goes at once to `account` with the provider, less the platform's `fee`, in minor units of its currency. */
export type DirectPayment = { account: string; fee: number }

/** What a payment page is opened for. The lines sum to `amount`, in minor units of `currency`. */
export type SessionRequest = {
  amount: number
  cancelUrl: string
  currency: string
  customerEmail: string
  /** Where the money goes; to the provider's account here, where absent. */
  direct?: DirectPayment | null
  /** When the page stops taking money: 30 minutes to 24 hours from now. */
  expiresAt: Date
  /** The same key answers the same session, so that a repeated request never opens a second one. */
  idempotencyKey: string
  /** Whether the card that pays is kept for one more purchase, as `Payments.chargesAtOnce` has it. */
  keeps?: boolean
  lines: readonly PaymentLine[]
  locale: string
  /** What is paid; null on a page that only takes a new card. */
  order: null | string
  /** Whether the card that pays is kept, to be charged again without its holder. Where `amount` is 0 the page only takes it. */
  recurs?: boolean
  /** Whose card the page takes, where it is for a subscription that runs. */
  subscription?: string
  successUrl: string
  tenant: string
}

/** An open payment page: the provider's id for it, and where the buyer goes. */
export type OpenSession = { session: string; url: string }

/**
 * A provider's report in the platform's own words. `order` and `tenant` are what the session was
 * opened with; `amount` in minor units of `currency` is what was paid, or asked for; `payment` is the provider's
 * id of the movement of money. Only an event of type `other` may lack any of them.
 */
export type ProviderEvent = {
  amount: null | number
  currency: null | string
  /** The dispute of `payment` that an event of a dispute is about; `amount` is what is contested. */
  dispute?: ReportedDispute
  /** Why a payment failed, where that is known. */
  failure?: ChargeFailure
  id: string
  /** Whether the card that paid in `session` was kept, and takes further charges. */
  keepsCard?: boolean
  /** The provider's name of what it charged or sent to a bank; `fee.charged`, `bank.sent` and `bank.returned` name one. */
  moved?: string
  occurredAt: Date
  order: null | string
  payment: null | string
  /** The payout of ours that may stand otherwise; `payout.reported` names one. */
  payout?: string
  /** The account to which somebody is paid out, by the provider's name; `payoutAccount.reported` names one. */
  payoutAccount?: string
  /** The provider's name of a card that takes no charges any more; `card.removed` names one. */
  removed?: string
  /** The subscription of a school to a plan of the platform that it says something of. */
  planSubscription?: string
  provider: ProviderName
  /** The refund of `payment` that an event of a refund is about. */
  refund?: ReportedRefund
  /** What a merchant of record made of the sale that was paid; of any other provider the school is the seller. */
  sale?: MerchantSale
  session: null | string
  /** The subscription whose card was taken in `session`; `card.saved` names one. */
  subscription?: string
  /** How a listed movement stands that its type does not tell of. */
  state?: 'returned' | 'sent'
  tenant: null | string
  type:
    | 'bank.returned'
    | 'bank.sent'
    | 'card.removed'
    | 'card.saved'
    | 'dispute.reported'
    | 'fee.charged'
    | 'payment.approved'
    | 'payout.reported'
    | 'payoutAccount.reported'
    | PaymentEventType
    | RefundEventType
}

/** Why a card was not charged: its holder has to prove that it is her; there is no such card any more; its bank said no. */
export type ChargeFailure = 'authenticationRequired' | 'cardMissing' | 'declined'

/** What a provider reports of money on its way back. */
export type RefundEventType = 'refund.failed' | 'refund.pending' | 'refund.succeeded'

/** A refund as its provider names it, by what it names ours (null where it was not asked for here), and why it failed. */
export type ReportedRefund = {
  failure: null | string
  id: string
  ours: null | string
  returned?: Returned
}

/** What a merchant of record takes back of the school's earnings with a refund, in minor units; null where it does not say. */
export type Returned = { earnings: null | number }

/** A dispute as its provider names it, and how it stands. */
export type ReportedDispute = Omit<DisputeReport, 'reportedAt'> & { id: string }

/** From when to when, by the provider's clock. */
export type Range = { from: Date; to: Date }

/**
 * One movement of money in a provider's own books, with the event by which it would have been told as it stands now; a
 * payment that names no session was made on the page of its order. `fee` in minor units is what a dispute cost, or a merchant of record keeps of
 * a sale, null where it does not say so; what other providers take for a payment is a movement of its own. One that names neither a school nor a payment is the account's.
 */
export type Movement = { event: ProviderEvent; fee: null | number; id: string; kind: MovementKind }

/** What a provider lists; a kind that it has no list of is not among `kinds`. */
export type Listing = { kinds: readonly MovementKind[]; movements: Movement[] }

/** Money to be given back of a payment; `amount` in minor units of `currency`. */
export type RefundRequest = {
  amount: number
  currency: string
  /** Of money that went on to another account, which it comes back from: the fee that was taken, and whether it is kept. */
  direct?: null | { fee: number; keepsFee: boolean }
  order: string
  payment: string
  /** Ours; asked twice under the same one, a provider gives the money back once. */
  refund: string
  session: string
  tenant: string
}

/** What became of it: the provider's id, where it made a refund, and why it failed, where it did. */
export type RefundState = {
  failure: null | string
  id: null | string
  returned?: Returned
  status: RefundStatus
}

/** A webhook as a provider sends it. */
export type Delivery = { body: string; headers: Headers }

/** What a provider calls a card that it keeps, and its holder; for its own eyes. */
export type CardKeys = { contact?: string; customer?: string; email?: string; token: string }

/** A card that a provider keeps: what charges it, and what its holder knows it by. */
export type KeptCard = { face: CardFace; keys: CardKeys }

/** A charge of the card that paid in `session` before; amounts in minor units of `currency`. */
export type ChargeRequest = {
  amount: number
  /** The card, where its keys were kept; else the provider is asked what the session has kept. */
  card?: CardKeys | null
  currency: string
  /** Where the money goes; to the provider's account here, where absent. */
  direct?: DirectPayment | null
  /** The same key charges once, and answers the same event. */
  idempotencyKey: string
  /** Whether its holder asks for it just now, beside any plan. */
  isAsked?: boolean
  order: string
  session: string
  tenant: string
}

/** How a session stands at the provider. */
export type SessionState = {
  amount: number
  currency: string
  /** Whether the card that paid was kept. */
  keepsCard?: boolean
  payment: null | string
  /** What a merchant of record made of it, once it is paid. */
  sale?: MerchantSale
  status: 'expired' | 'failed' | 'open' | 'paid'
}

/**
 * A payment provider. Each method throws PaymentUnavailable when the provider cannot be reached or
 * refuses the request. An event of type `payment.approved` says that the buyer has agreed to pay in a session whose
 * money is taken by `confirm`.
 */
export type Payments = {
  /**
   * Charges a card again, for what is due of a subscription, and answers the signed event of it, which says also
   * that it was declined; absent where the provider keeps no cards, and then nothing recurring is sold.
   */
  charge?: (request: ChargeRequest) => Promise<Delivery>
  /** Whether what it keeps can be charged this much of this currency; wherever it takes as much, where absent. */
  chargesAgain?: (money: Money) => boolean
  /**
   * Whether a card can be kept with any payment, on the page that takes it anyhow, and charged at once when its holder asks for
   * something more.
   */
  chargesAtOnce?: true
  /** Closes a session that nobody should pay any more; closing a closed one is no error. */
  closeSession: (session: string) => Promise<void>
  createSession: (request: SessionRequest) => Promise<OpenSession>
  /**
   * How a session stands once its buyer has come back or was reported to have agreed, null where the provider knows of
   * none. Where the provider waits to be told, the money is taken now, and once however often it is asked. Throws
   * PaymentDeclined when the buyer has to pay by other means, on the same page.
   */
  confirm?: (session: string) => Promise<null | SessionState>
  /**
   * Where the invoice of a payment is for a while, as the merchant of record issued it to the buyer; null while there is
   * none. Absent where the school is the seller and issues its own.
   */
  documentOf?: (payment: string) => Promise<null | string>
  /** Has the provider forget a card; one that it does not know is no error. */
  forgetCard?: (card: CardKeys) => Promise<void>
  /**
   * The card that a session has kept, null where it kept none. What was taken only to prove the card is given back.
   * Present where `charge` is.
   */
  keptCard?: (session: string) => Promise<KeptCard | null>
  /**
   * What the provider's own books say moved in that time, to compare ours with; absent where no money moves. What names
   * nothing of ours may be among it.
   */
  list?: (range: Range) => Promise<Listing>
  /** How a session stands, or null where the provider knows of none. */
  lookUp: (session: string) => Promise<null | SessionState>
  name: ProviderName
  /** Gives money back; a refund that the provider will not make is answered as failed. */
  refund: (request: RefundRequest) => Promise<RefundState>
  /** Whether the provider can take exactly this much of this currency. */
  takes: (money: Money) => boolean
  /**
   * The event in a webhook's raw body, once its signature and its age are right: 300 s, or as long as the provider
   * goes on sending what was not taken. Throws BadSignature, and PaymentUnavailable where what the signature is
   * checked with cannot be had.
   */
  verifyEvent: (delivery: Delivery) => Promise<ProviderEvent>
}

/** The delivery was not signed with the secret shared with the provider, was altered, or is too old. */
export class BadSignature extends Error {
  override name = 'BadSignature'
}

/** The card that was to pay was declined. */
export class PaymentDeclined extends Error {
  override name = 'PaymentDeclined'
}

/** The provider could not be reached, or refused the request. */
export class PaymentUnavailable extends Error {
  override name = 'PaymentUnavailable'
}
