import type { Trouble } from '../tenancy/domains/trouble'

/** `amount` is in minor units of the receipt's currency. */
type ReceiptLine = { amount: number; title: string }

/** `message` is what `author`, who moved the course, wrote: plain text, or nothing. */
type CourseMoved = { author: string; course: string; message: string; name: string; url: string }

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
  accountErasing: { erasesAt: string; name: string; url: string }
  alreadyRegistered: { name: string; url: string }
  /** What somebody read was graded; `quiz` is the lesson that held it. */
  attemptGraded: { course: string; name: string; quiz: string; url: string }
  certificate: { course: string; name: string; url: string; verifyUrl: string }
  /** To an address that is to be an account's from now on. */
  changeEmail: { name: string; url: string }
  confirm: { name: string; url: string }
  courseAnswered: CourseMoved
  courseApproved: CourseMoved
  courseReturned: CourseMoved
  courseSubmitted: CourseMoved
  /** `message` is an author's own plain text; an empty line parts two paragraphs. */
  courseUpdate: { course: string; message: string; name: string; url: string }
  domainConnected: { domain: string; name: string; url: string }
  domainTroubled: { domain: string; name: string; problem: Trouble; url: string }
  /** To the address that an account has, when another one was asked for. */
  emailChanging: { name: string; url: string }
  enrolled: { course: string; name: string; url: string }
  /** `lessons` are titles, in the order of their course. */
  lessonsOpened: { course: string; lessons: string[]; name: string; url: string }
  passwordChanged: { name: string; url: string }
  /** `retryAt` is ISO 8601; `amount` in minor units of `currency`. */
  paymentFailed: {
    amount: number
    currency: string
    name: string
    plan: string
    retryAt: string
    url: string
  }
  prerequisitesMet: { course: string; name: string; url: string }
  /** `until` is ISO 8601: as long as a freed place is kept. */
  placeOffered: { cohort: string; course: string; name: string; until: string; url: string }
  planEnded: { name: string; plan: string; url: string }
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
  reset: { name: string; url: string }
  /** To a guest whose address is not proved: the link that proves it and sets the first password. */
  setPassword: { course: string; name: string; url: string }
  /** To a guest who has an account already, where buying again would be wrong or free. */
  signInInstead: { course: string; name: string; url: string }
  /** What became of a place in a waitlist; `reason` is staff's own plain words. */
  waitlistNews: {
    cohort: string
    course: string
    name: string
    news: 'lapsed' | 'removed' | 'waiting'
    reason?: string
    url: string
  }
  reviewRequest: { course: string; name: string; url: string }
  /** Somebody graded work, gave it back or wrote about it. */
  workReviewed: { assignment: string; course: string; name: string; url: string }
}

export type Template = keyof MailData

/** Mails whose link lets in whoever holds it: what they say is not kept once they are sent. */
export const holdsToken = (template: Template): boolean =>
  ['changeEmail', 'confirm', 'reset', 'setPassword'].includes(template)
