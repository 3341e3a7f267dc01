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
    alreadyRegistered: { name, url },
    attemptGraded: { name, course, quiz: course, url },
    certificate: { name, course, url, verifyUrl: origin },
    changeEmail: { name, url },
    confirm: { name, url },
    courseAnswered: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseApproved: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseReturned: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseSubmitted: { name, author: 'Ada', course, message: words('sampleMessage'), url },
    courseUpdate: { name, course, message: words('sampleMessage'), url },
    domainConnected: { name, domain: 'learn.example.com', url: origin },
    domainTroubled: {
      name,
      domain: 'learn.example.com',
      problem: 'pointsElsewhere',
      url: `${origin}/admin/collections/domains`,
    },
    emailChanging: { name, url },
    enrolled: { name, course, url },
    lessonsOpened: { name, course, lessons: [words('sampleLesson')], url },
    passwordChanged: { name, url },
    paymentFailed: {
      name,
      amount: 1900,
      currency,
      plan: course,
      retryAt: now.toISOString(),
      url,
    },
    placeOffered: { name, cohort: words('sampleLesson'), course, until: now.toISOString(), url },
    planEnded: { name, plan: course, url },
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
    reset: { name, url },
    reviewRequest: { name, course, url },
    setPassword: { name, course, url },
    signInInstead: { name, course, url },
    waitlistNews: { name, cohort: words('sampleLesson'), course, news: 'waiting', url },
    workReviewed: { name, assignment: course, course, url },
  }

  return samples[kind]
}
