import { render, toPlainText } from '@react-email/render'

import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import type { MailArgs, MailSchool, MailTemplate } from './types'

import { certificate } from './certificates/certificate'
import { receipt } from './commerce/receipt'
import { alreadyRegistered } from './identity/alreadyRegistered'
import { confirm } from './identity/confirm'
import { reset } from './identity/reset'
import { enrolled } from './learning/enrolled'
import { mailWords } from './words'

const TEMPLATES: { [K in Template]: MailTemplate<K> } = {
  alreadyRegistered,
  certificate,
  confirm,
  enrolled,
  receipt,
  reset,
}

const LONGEST_SUBJECT = 200

/** A subject is one line, whatever a course or school is called. */
const oneLine = (subject: string): string =>
  subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, LONGEST_SUBJECT)

export type RenderEmail<K extends Template> = {
  data: MailData[K]
  locale: Locale
  school: MailSchool
  template: K
}

/** Sets one mail in the reader's language and the school's brand: HTML and a plain-text twin. */
export const renderEmail = async <K extends Template>({
  data,
  locale,
  school,
  template,
}: RenderEmail<K>): Promise<{ html: string; subject: string; text: string }> => {
  const args: MailArgs<K> = { data, locale, school, t: mailWords(locale) }
  const { body, subject }: MailTemplate<K> = TEMPLATES[template]
  const html = await render(body(args))
  const text = toPlainText(html, {
    selectors: [{ options: { uppercase: false }, selector: 'h1' }],
    wordwrap: false,
  })

  return { html, subject: oneLine(subject(args)), text }
}
