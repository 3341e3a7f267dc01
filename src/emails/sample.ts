import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { mailWords } from './words'

type Sample<K extends Template> = {
  /** ISO 4217. */
  currency: string
  kind: K
  locale: Locale
  name: string
  now: Date
  /** The school's, without a slash at its end. */
  origin: string
}

/** What a mail would be told, made up: to look at a template before anybody gets it. Its links lead to the school. */
export const sampleData = <K extends Template>({
  name,
  currency,
  kind,
  locale,
  now,
  origin,
}: Sample<K>): MailData[K] => {
  const words = mailWords(locale)
  const course = words('sampleCourse')
  const url = `${origin}/dashboard`
  const samples: MailData = {
    accessChanged: {
      name,
      action: 'extend',
      course,
      reason: words('sampleReason'),
      until: now.toISOString(),
      url,
    },
    accessEnding: { name, course, endsAt: now.toISOString(), url },
    accountErased: { name, url: origin },
    accountErasing: { name, erasesAt: now.toISOString(), url: `${origin}/account/privacy` },
    accountMade: { name, url: origin },
    accountStatus: { name, action: 'suspend', reason: words('sampleReason'), url: origin },
    alreadyRegistered: { name, url },
    attemptGraded: { name, course, quiz: course, url },
    backupTroubled: {
      name,
      day: '2026-01-15',
      problem: 'notMade',
      reason: 'connect ECONNREFUSED 10.0.0.7:9000',
      url: `${origin}/admin`,
    },
    bookingNews: { name, course, state: 'confirmed', student: name, url },
    booksDiffer: {
      name,
      count: 2,
      day: '2026-01-15',
      provider: 'stripe',
      url: `${origin}/admin/collections/reconciliations`,
    },
    cardEnding: { name, amount: 1900, currency, plan: course, until: now.toISOString(), url },
    certificate: { name, course, url, verifyUrl: origin },
    changeEmail: { name, url },
    checkoutLastReminder: { name, course, url },
    checkoutReminder: { name, course, url },
    commentWritten: { name, author: 'Ada', course, post: words('sampleLesson'), url },
    confirm: { name, url },
    courseAnswered: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseApproved: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseReturned: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseSubmitted: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseUpdate: { name, course, message: words('sampleMessage'), url },
    dataReady: { name, url: `${origin}/account/privacy` },
    disputeOpened: {
      name,
      amount: 4900,
      currency: 'USD',
      number: '1042',
      reason: 'fraudulent',
      until: '2026-01-15T12:00:00.000Z',
      url: `${origin}/admin/collections/disputes`,
    },
    domainConnected: { name, domain: 'learn.example.com', url: origin },
    domainTroubled: {
      name,
      domain: 'learn.example.com',
      problem: 'pointsElsewhere',
      url: `${origin}/admin/collections/domains`,
    },
    emailChanging: { name, url },
    enrolled: { name, course, url },
    fileQuarantined: {
      name,
      file: 'handout.pdf',
      url: `${origin}/admin/collections/media?state=quarantined`,
      virus: 'Eicar-Test-Signature',
    },
    giftReceived: { name, buyer: 'Noa', course, message: '…', url },
    lessonsOpened: { name, course, lessons: [words('sampleLesson')], url },
    markChanged: {
      name,
      after: 8,
      before: 6,
      course,
      max: 10,
      quiz: course,
      reason: words('sampleReason'),
      url,
    },
    newDevice: { name, at: now.toISOString(), device: 'Firefox Linux', place: null, url },
    passwordChanged: { name, url },
    paymentConfirm: { name, amount: 1900, currency, plan: course, until: now.toISOString(), url },
    paymentFailed: {
      name,
      amount: 1900,
      currency,
      plan: course,
      retryAt: now.toISOString(),
      url,
    },
    paymentLastCall: { name, amount: 1900, currency, plan: course, until: now.toISOString(), url },
    payoutFailed: { name, amount: 1900, currency, reason: words('sampleReason'), url },
    payoutPaid: { name, amount: 1900, currency, url },
    placeGiven: { name, course, person: 'Ada', reason: words('sampleReason'), url },
    placeMoved: { name, from: course, reason: words('sampleReason'), to: course, url },
    placeOffered: { name, cohort: words('sampleLesson'), course, until: now.toISOString(), url },
    placeReceived: { name, course, person: 'Ada', url },
    placeToPay: {
      name,
      amount: 1900,
      currency,
      from: course,
      to: course,
      until: now.toISOString(),
      url,
    },
    planEnded: { name, plan: course, url },
    planWinBack: { name, plan: course, url },
    prerequisitesMet: { name, course, url },
    receipt: {
      name,
      currency,
      discount: 1000,
      invoice: { number: 'INV-0042', url },
      lines: [{ amount: 4900, title: course }],
      number: '1042',
      paidAt: now.toISOString(),
      tax: 0,
      total: 3900,
      url,
    },
    refund: {
      name,
      amount: 4900,
      currency,
      endsAccess: true,
      number: 'A1B2-C3D4',
      reason: words('sampleReason'),
      url: `${origin}/account/orders`,
    },
    requestNews: { name, course, news: 'approved', until: now.toISOString(), url },
    reset: { name, url },
    reviewRequest: { name, course, url },
    setPassword: { name, course, url },
    signInChanged: { name, change: 'secondFactorOn', url },
    signInInstead: { name, course, url },
    signInLink: { name, code: '1234 5678', url },
    teamInvitation: { name, author: 'Ada', course, role: 'editor', share: 3000, url },
    teamNews: { name, course, news: 'changed', role: 'editor', share: 3000, url, who: 'Ada' },
    unusualTraffic: {
      name,
      bytes: 9_000_000_000,
      day: '2026-01-15',
      student: 'Ada',
      url: `${origin}/admin/collections/video-plays`,
      usual: 1_200_000_000,
    },
    waitlistNews: { name, cohort: words('sampleLesson'), course, news: 'waiting', url },
    workReviewed: { name, assignment: course, course, url },
  }

  return samples[kind]
}
