import { render, toPlainText } from '@react-email/render'

import type { MailData, Template } from '@/domain/mail/templates'
import type { TemplateWords } from '@/domain/mail/words'
import type { Locale } from '@/domain/tenancy/locales'

import { fillPlaceholders, paragraphsOf, WORD_FIELDS } from '@/domain/mail/words'

import type { MailArgs, MailSchool, MailTemplate } from './types'
import type { DefaultWords } from './words'

import {
  courseAnswered,
  courseApproved,
  courseReturned,
  courseSubmitted,
} from './catalog/courseMoved'
import { teamInvitation, teamNews } from './catalog/team'
import { certificate } from './certificates/certificate'
import { commentWritten } from './community/commentWritten'
import {
  cardEnding,
  paymentConfirm,
  paymentFailed,
  paymentLastCall,
} from './commerce/paymentFailed'
import { payoutFailed, payoutPaid } from './commerce/payout'
import { placeGiven, placeMoved, placeReceived, placeToPay } from './commerce/placeMoved'
import { checkoutLastReminder, checkoutReminder } from './commerce/checkoutReminder'
import { giftReceived } from './commerce/giftReceived'
import { planEnded, planWinBack } from './commerce/planEnded'
import { receipt } from './commerce/receipt'
import { refund } from './commerce/refund'
import { fitName } from './greeting'
import { accountErased } from './identity/accountErased'
import { dataReady } from './privacy/dataReady'
import { accountErasing } from './identity/accountErasing'
import { accountMade } from './identity/accountMade'
import { accountStatus } from './identity/accountStatus'
import { alreadyRegistered } from './identity/alreadyRegistered'
import { changeEmail } from './identity/changeEmail'
import { confirm } from './identity/confirm'
import { emailChanging } from './identity/emailChanging'
import { newDevice } from './identity/newDevice'
import { passwordChanged } from './identity/passwordChanged'
import { reset } from './identity/reset'
import { setPassword } from './identity/setPassword'
import { signInChanged } from './identity/signInChanged'
import { signInLink } from './identity/signInLink'
import { signInInstead } from './identity/signInInstead'
import { accessChanged } from './learning/accessChanged'
import { accessEnding } from './learning/accessEnding'
import { placeOffered } from './learning/placeOffered'
import { bookingNews } from './learning/bookingNews'
import { requestNews } from './learning/requestNews'
import { markChanged } from './learning/markChanged'
import { fileQuarantined } from './media/fileQuarantined'
import { unusualTraffic } from './learning/unusualTraffic'
import { waitlistNews } from './learning/waitlistNews'
import { attemptGraded } from './learning/attemptGraded'
import { workReviewed } from './learning/workReviewed'
import { courseUpdate } from './learning/courseUpdate'
import { enrolled } from './learning/enrolled'
import { lessonsOpened } from './learning/lessonsOpened'
import { prerequisitesMet } from './learning/prerequisitesMet'
import { reviewRequest } from './learning/reviewRequest'
import { Letter } from './Letter'
import { booksDiffer } from './commerce/booksDiffer'
import { disputeOpened } from './commerce/disputeOpened'
import { domainConnected } from './tenancy/domainConnected'
import { backupTroubled } from './tenancy/backupTroubled'
import { domainTroubled } from './tenancy/domainTroubled'
import { defaultWords, mailWords } from './words'

const TEMPLATES: { [K in Template]: MailTemplate<K> } = {
  accessChanged,
  accessEnding,
  accountErased,
  accountErasing,
  accountMade,
  accountStatus,
  alreadyRegistered,
  attemptGraded,
  backupTroubled,
  bookingNews,
  booksDiffer,
  cardEnding,
  certificate,
  changeEmail,
  checkoutLastReminder,
  checkoutReminder,
  commentWritten,
  confirm,
  courseAnswered,
  courseApproved,
  courseReturned,
  courseSubmitted,
  courseUpdate,
  dataReady,
  disputeOpened,
  domainConnected,
  domainTroubled,
  emailChanging,
  enrolled,
  fileQuarantined,
  giftReceived,
  lessonsOpened,
  markChanged,
  newDevice,
  passwordChanged,
  paymentConfirm,
  paymentFailed,
  paymentLastCall,
  payoutFailed,
  payoutPaid,
  placeGiven,
  placeMoved,
  placeOffered,
  placeReceived,
  placeToPay,
  planEnded,
  planWinBack,
  prerequisitesMet,
  receipt,
  refund,
  requestNews,
  reset,
  reviewRequest,
  setPassword,
  signInChanged,
  signInInstead,
  signInLink,
  teamInvitation,
  teamNews,
  unusualTraffic,
  waitlistNews,
  workReviewed,
}

const LONGEST_SUBJECT = 200

/** A subject is one line, whatever a course or school is called. */
const oneLine = (subject: string): string =>
  subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, LONGEST_SUBJECT)

/** A school's words where it has some, the platform's where not; the preview begins the body. */
const wordsOf = ({ locale, template, words }: Wording): DefaultWords => {
  const said = defaultWords(template, locale)
  for (const field of WORD_FIELDS) {
    said[field] = words?.[field] || said[field]
  }

  return words?.body
    ? { ...said, preview: paragraphsOf(words.body)[0]?.join(' ') ?? said.preview }
    : said
}

/** What a school says instead of the platform, as far as it says anything. */
export type OwnWords = { [K in keyof TemplateWords]?: null | string }

type Wording = { locale: Locale; template: Template; words?: null | OwnWords }

/** What a mail comes to in two lines of plain text, for a list or a small screen: its subject and its preview. `data` may lack addresses. */
export const renderBrief = <K extends Template>({
  data,
  locale,
  school,
  template,
  words,
}: Omit<RenderEmail<K>, 'unsubscribeUrl'>): { text: string; title: string } => {
  const args: MailArgs<K> = { data, locale, school, t: mailWords(locale) }
  const made: MailTemplate<K> = TEMPLATES[template]
  const values = { ...made.values(args), name: fitName(data.name), school: school.name }
  const { preview, subject } = wordsOf({ locale, template, words })

  return {
    text: oneLine(fillPlaceholders(preview, values)),
    title: oneLine(fillPlaceholders(subject, values)),
  }
}

export type RenderEmail<K extends Template> = {
  data: MailData[K]
  locale: Locale
  school: MailSchool
  template: K
  /** Where a reader who wants no more of such mails goes; absolute. */
  unsubscribeUrl?: string
  words?: null | OwnWords
}

/**
 * Sets one mail in the reader's language, the school's words and its brand: HTML and a plain-text
 * twin. Words and values are shown as text, never as markup.
 */
export const renderEmail = async <K extends Template>({
  data,
  locale,
  school,
  template,
  unsubscribeUrl,
  words,
}: RenderEmail<K>): Promise<{ html: string; subject: string; text: string }> => {
  const args: MailArgs<K> = { data, locale, school, t: mailWords(locale), unsubscribeUrl }
  const made: MailTemplate<K> = TEMPLATES[template]
  const values = { ...made.values(args), name: fitName(data.name), school: school.name }
  const fill = (text: string): string => fillPlaceholders(text, values)
  const { subject, ...said } = wordsOf({ locale, template, words })
  const html = await render(Letter({ args, fill, template: made, words: said }))
  const text = toPlainText(html, {
    selectors: [{ options: { uppercase: false }, selector: 'h1' }],
    wordwrap: false,
  })

  return { html, subject: oneLine(fill(subject)), text }
}
