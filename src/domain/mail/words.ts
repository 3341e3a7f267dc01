import type { Template } from './templates'

/** What the words of each mail may name in braces, as in `{course}`. */
export const PLACEHOLDERS = {
  accessChanged: ['course', 'name', 'school'],
  accessEnding: ['course', 'date', 'name', 'school'],
  accountErased: ['name', 'school'],
  accountErasing: ['date', 'name', 'school'],
  accountMade: ['name', 'school'],
  accountStatus: ['name', 'school'],
  alreadyRegistered: ['name', 'school'],
  attemptGraded: ['course', 'name', 'quiz', 'school'],
  backupTroubled: ['date', 'name', 'reason', 'school'],
  bookingNews: ['course', 'name', 'school', 'student'],
  booksDiffer: ['count', 'date', 'name', 'provider', 'school'],
  cardEnding: ['date', 'name', 'plan', 'school', 'total'],
  certificate: ['course', 'name', 'school'],
  changeEmail: ['name', 'school'],
  checkoutLastReminder: ['course', 'name', 'school'],
  checkoutReminder: ['course', 'name', 'school'],
  commentWritten: ['author', 'course', 'name', 'post', 'school'],
  confirm: ['name', 'school'],
  courseAnswered: ['author', 'course', 'name', 'school'],
  courseApproved: ['author', 'course', 'name', 'school'],
  courseReturned: ['author', 'course', 'name', 'school'],
  courseSubmitted: ['author', 'course', 'name', 'school'],
  courseUpdate: ['course', 'name', 'school'],
  dataReady: ['name', 'school'],
  disputeOpened: ['name', 'number', 'school', 'total'],
  domainConnected: ['domain', 'name', 'school'],
  domainTroubled: ['domain', 'name', 'school'],
  emailChanging: ['name', 'school'],
  enrolled: ['course', 'name', 'school'],
  fileQuarantined: ['file', 'name', 'school', 'virus'],
  giftReceived: ['buyer', 'course', 'name', 'school'],
  lessonsOpened: ['course', 'name', 'school'],
  markChanged: ['course', 'name', 'quiz', 'school'],
  newDevice: ['name', 'school'],
  passwordChanged: ['name', 'school'],
  paymentConfirm: ['date', 'name', 'plan', 'school', 'total'],
  paymentFailed: ['date', 'name', 'plan', 'school', 'total'],
  paymentLastCall: ['date', 'name', 'plan', 'school', 'total'],
  payoutFailed: ['name', 'school', 'total'],
  payoutPaid: ['name', 'school', 'total'],
  placeGiven: ['course', 'name', 'person', 'school'],
  placeMoved: ['from', 'name', 'school', 'to'],
  placeOffered: ['cohort', 'course', 'date', 'name', 'school'],
  placeReceived: ['course', 'name', 'person', 'school'],
  placeToPay: ['date', 'from', 'name', 'school', 'to', 'total'],
  planEnded: ['name', 'plan', 'school'],
  planWinBack: ['name', 'plan', 'school'],
  prerequisitesMet: ['course', 'name', 'school'],
  receipt: ['date', 'name', 'number', 'school', 'total'],
  refund: ['name', 'number', 'school', 'total'],
  requestNews: ['course', 'name', 'school'],
  reset: ['name', 'school'],
  reviewRequest: ['course', 'name', 'school'],
  setPassword: ['course', 'name', 'school'],
  signInChanged: ['change', 'name', 'school'],
  signInInstead: ['course', 'name', 'school'],
  signInLink: ['code', 'name', 'school'],
  teamInvitation: ['author', 'course', 'name', 'school'],
  teamNews: ['course', 'name', 'school', 'who'],
  unusualTraffic: ['amount', 'date', 'name', 'school', 'student', 'usual'],
  waitlistNews: ['cohort', 'course', 'name', 'school'],
  workReviewed: ['assignment', 'course', 'name', 'school'],
} as const satisfies Record<Template, readonly string[]>

/** What the placeholders of a mail stand for. */
export type Values<K extends Template> = Record<(typeof PLACEHOLDERS)[K][number], string>

/** The words of a mail that a school may choose: plain text, an empty line between two paragraphs. */
export type TemplateWords = { body: string; buttonLabel: string; heading: string; subject: string }

export const WORD_FIELDS = ['subject', 'heading', 'body', 'buttonLabel'] as const

const PLACEHOLDER = /( ?)\{(\w+)\}/g

/** What stands in braces and is nothing this mail knows, and braces without a partner. */
export const strayBraces = ({ kind, text }: { kind: Template; text: string }): string[] => {
  const known: readonly string[] = PLACEHOLDERS[kind]

  return (text.match(/\{[^{}]*\}|[{}]/g) ?? []).filter(
    (found) => !known.includes(found.slice(1, -1)),
  )
}

/**
 * Puts the values in place of the placeholders, once: braces within a value stay as they are. An
 * empty value takes the space before it along.
 */
export const fillPlaceholders = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (_, space: string, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : ''

    return value ? `${space}${value}` : ''
  })

/** The paragraphs of a body, each as its lines. */
export const paragraphsOf = (body: string): string[][] =>
  body
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) =>
      paragraph
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
