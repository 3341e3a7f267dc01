import type { Trouble } from '../tenancy/domains/trouble'
import type { SignInChange } from './signIn'

/** `amount` is in minor units of the receipt's currency. */
type ReceiptLine = { amount: number; title: string }

/** What a learner can do about a place in a course, as the school hears of it. */
export type BookingNews =
  'attended' | 'awaitingPayment' | 'cancelled' | 'confirmed' | 'requested' | 'waitlisted'

/** What becomes of somebody’s request for a place, as they hear of it. */
export type RequestNews = 'approved' | 'declined' | 'given' | 'lapsed' | 'waitlisted'

/** `message` is what `author`, who moved the course, wrote: plain text, or nothing. */
type CourseMoved = { author: string; course: string; message: string; name: string; url: string }

/** What somebody is in the team of a course; `share` of what it earns is in basis points. */
type TeamPlace = { role: 'assistant' | 'editor' | 'lead' | 'viewer'; share: number }

/** A payment that is missing: `amount` in minor units of `currency`, `until` in ISO 8601. */
type PaymentDue = {
  amount: number
  currency: string
  name: string
  plan: string
  until: string
  url: string
}

/** A checkout that its reader began and did not finish. */
type UnfinishedCheckout = { course: string; name: string; url: string }

/** What each mail is told, as it is kept until it is sent. Every `url` is absolute and its one button. */
export type MailData = {
  /** What staff did, and why, in their own plain words; `until` (ISO 8601) is missing where access is for good. */
  accessChanged: {
    action: 'enroll' | 'extend' | 'move' | 'pause' | 'remove' | 'resume'
    /** The cohort that they are in by it; `startsAt` is ISO 8601. */
    cohort?: { name: string; startsAt: string }
    course: string
    name: string
    reason: string
    until?: string
    url: string
  }
  /** `endsAt` is ISO 8601; `url` is where access is renewed. */
  accessEnding: { course: string; endsAt: string; name: string; url: string }
  /** To the address that an account had; nothing of it is left but this. */
  accountErased: { name: string; url: string }
  /** `erasesAt` is ISO 8601; `url` is where the account can be kept. */
  /** To whoever asked for a file of personal data; `url` is where it is fetched, for seven days. */
  dataReady: { name: string; url: string }
  /** To somebody for whom the school made an account; `url` is where a first password is chosen. */
  accountMade: { name: string; url: string }
  accountErasing: { erasesAt: string; name: string; url: string }
  /** What staff did to an account, and why, in their own plain words; `erasesAt` (ISO 8601) where it is to be erased. */
  accountStatus: {
    action: 'ban' | 'delete' | 'restore' | 'suspend'
    erasesAt?: string
    name: string
    reason: string
    url: string
  }
  alreadyRegistered: { name: string; url: string }
  /** What somebody read was graded; `quiz` is the lesson that held it. */
  attemptGraded: { course: string; name: string; quiz: string; url: string }
  /** `author` answered `post`, which is its title or how it begins. */
  commentWritten: { author: string; course: string; name: string; post: string; url: string }
  certificate: { course: string; name: string; url: string; verifyUrl: string }
  /** To an address that is to be an account's from now on. */
  /** To the school: what `student` did about a place in a course. */
  bookingNews: {
    course: string
    name: string
    state: BookingNews
    student: string
    url: string
  }
  /** To the school: over so many movements its books differ from those of `provider`; `day` as in 2026-01-31. */
  /** To the platform's staff; `day` is ISO 8601, `reason` as whoever failed gave it. */
  backupTroubled: {
    day: string
    name: string
    problem: 'notMade' | 'notRestored'
    reason: string
    url: string
  }
  booksDiffer: { count: number; day: string; name: string; provider: string; url: string }
  changeEmail: { name: string; url: string }
  /** The second and last word about it. */
  checkoutLastReminder: UnfinishedCheckout
  /** `url` opens the checkout of `course`, the titles of what was chosen, as it was left. */
  checkoutReminder: UnfinishedCheckout
  confirm: { name: string; url: string }
  courseAnswered: CourseMoved
  courseApproved: CourseMoved
  courseReturned: CourseMoved
  courseSubmitted: CourseMoved
  /** `message` is an author's own plain text; an empty line parts two paragraphs. */
  courseUpdate: { course: string; message: string; name: string; url: string }
  /** To the school: a buyer contests the payment of the order `number` at their bank; `amount` in minor units, `reason` in the provider's words or nothing, `until` ISO 8601. */
  disputeOpened: {
    amount: number
    currency: string
    name: string
    number: string
    reason: string
    until?: string
    url: string
  }
  domainConnected: { domain: string; name: string; url: string }
  domainTroubled: { domain: string; name: string; problem: Trouble; url: string }
  /** To the address that an account has, when another one was asked for. */
  emailChanging: { name: string; url: string }
  enrolled: { course: string; name: string; url: string }
  /** To whom a gift is for; `message` is its buyer's own plain text, or nothing, and `url` lets whoever holds it take the gift. */
  giftReceived: { buyer: string; course: string; message: string; name: string; url: string }
  /** `lessons` are titles, in the order of their course. */
  lessonsOpened: { course: string; lessons: string[]; name: string; url: string }
  /** A grader changed a mark from `before` to `after` of `max` points; `reason` is their own plain words. */
  markChanged: {
    after: number
    before: number
    course: string
    max: number
    name: string
    quiz: string
    reason: string
    url: string
  }
  /** `at` is ISO 8601; `device` and `place` are null where nobody knows them. */
  newDevice: { at: string; device: null | string; name: string; place: null | string; url: string }
  passwordChanged: { name: string; url: string }
  /** Somebody signs in to the account in another way from now on. */
  /** `url` and `code` let in whoever has them, once. */
  signInLink: { code: string; name: string; url: string }
  signInChanged: { change: SignInChange; name: string; url: string }
  /** `retryAt` is ISO 8601; `amount` in minor units of `currency`. */
  paymentFailed: {
    amount: number
    currency: string
    name: string
    plan: string
    retryAt: string
    url: string
  }
  /** The card that is charged at `until` has ended by then; `url` lets in whoever holds it to give another. */
  cardEnding: PaymentDue
  /** The bank of its reader asks that they prove who they are; `until` (ISO 8601) is as long as access lasts, `url` lets in whoever holds it to pay. */
  paymentConfirm: PaymentDue
  /** The last word before access ends at `until`. */
  paymentLastCall: PaymentDue
  /** `amount` in minor units of `currency`; `reason` is the provider's own plain words. */
  payoutFailed: { amount: number; currency: string; name: string; reason?: string; url: string }
  payoutPaid: { amount: number; currency: string; name: string; url: string }
  /** `person` has the place now; `reason` is staff's own plain words, here and below. */
  placeGiven: { course: string; name: string; person: string; reason?: string; url: string }
  /** `from` and `to` are called as they were bought. */
  placeMoved: { from: string; name: string; reason?: string; to: string; url: string }
  placeReceived: { course: string; name: string; person: string; url: string }
  /** What is missing for a move by staff: `amount` in minor units of `currency`, until `until` (ISO 8601). */
  placeToPay: {
    amount: number
    currency: string
    from: string
    name: string
    reason?: string
    to: string
    until: string
    url: string
  }
  prerequisitesMet: { course: string; name: string; url: string }
  /** `until` is ISO 8601: as long as a freed place is kept. */
  placeOffered: { cohort: string; course: string; name: string; until: string; url: string }
  /** Some days after the end, where the school wishes it; `url` is the checkout of the same plan. */
  planWinBack: { name: string; plan: string; url: string }
  planEnded: { name: string; plan: string; url: string }
  /** `amount` in minor units of `currency`, of the order `number`; `reason` is nothing where it began at the provider. */
  refund: {
    amount: number
    creditNote?: { number: string; url: string }
    currency: string
    endsAccess: boolean
    name: string
    number: string
    reason: string
    url: string
  }
  /**
   * Amounts in minor units of `currency` (ISO 4217); `discount`, taken off, and `tax`, added, are 0
   * or more. `paidAt` is ISO 8601.
   */
  receipt: {
    coupon?: string
    currency: string
    discount: number
    /** The invoice's number and where it is downloaded; none where there was nothing to pay. */
    invoice?: { number: string; url: string }
    lines: ReceiptLine[]
    name: string
    number: string
    paidAt: string
    tax: number
    total: number
    url: string
  }
  /** What became of a request for a place; `reason` is staff's own plain words, `until` (ISO 8601) the end of the time to pay. */
  requestNews: {
    course: string
    name: string
    news: RequestNews
    reason?: string
    until?: string
    url: string
  }
  reset: { name: string; url: string }
  /** To a guest whose address is not proved: the link that proves it and sets the first password. */
  setPassword: { course: string; name: string; url: string }
  /** To whoever uploaded `file`, in which `virus` was found; `url` is where what is kept apart is listed. */
  fileQuarantined: { file: string; name: string; url: string; virus: string }
  /** To a guest who has an account already, where buying again would be wrong or free. */
  signInInstead: { course: string; name: string; url: string }
  /** What became of a place in a waitlist; `reason` is staff's own plain words. */
  /** To the school: an account was sent so many bytes of video on a day, as in 2026-01-31, where `usual` are. */
  unusualTraffic: {
    bytes: number
    day: string
    name: string
    student: string
    url: string
    usual: number
  }
  waitlistNews: {
    cohort: string
    course: string
    name: string
    news: 'lapsed' | 'removed' | 'waiting'
    reason?: string
    url: string
  }
  /** To an address that is asked to teach a course; `author` is whoever asks. */
  teamInvitation: TeamPlace & { author: string; course: string; name: string; url: string }
  /** What became of `who`’s place in a team, to them or to whoever invited them; `reason` is somebody’s own plain words. */
  teamNews: TeamPlace & {
    course: string
    name: string
    news: 'accepted' | 'changed' | 'declined' | 'left' | 'removed'
    reason?: string
    url: string
    who: string
  }
  reviewRequest: { course: string; name: string; url: string }
  /** Somebody graded work, gave it back or wrote about it. */
  workReviewed: { assignment: string; course: string; name: string; url: string }
}

export type Template = keyof MailData

/** Mails whose link lets in whoever holds it: what they say is not kept once they are sent. */
export const holdsToken = (template: Template): boolean =>
  [
    'accountMade',
    'changeEmail',
    'confirm',
    'giftReceived',
    'reset',
    'setPassword',
    'signInLink',
    'teamInvitation',
  ].includes(template)
