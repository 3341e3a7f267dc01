import type { MailData, Template } from '@/domain/mail/templates'

import { holdsToken } from '@/domain/mail/templates'
import { isSealed, seal, unseal } from '@/secrets'

type Of = { template: Template; tenant: string }

type Told<K extends Template> = { data: MailData[K]; template: K; tenant: string }

/** What of a mail lets in whoever holds it. */
const LETS_IN = ['code', 'url']

const sealedValue = (value: string, { template, tenant }: Of): string =>
  holdsToken(template) ? seal({ tenant, value }) : value

const openedValue = (value: string, { template, tenant }: Of): string =>
  holdsToken(template) && isSealed(value) ? unseal({ sealed: value, tenant }) : value

const withLinks = <K extends Template>(
  told: Told<K>,
  change: (value: string, of: Of) => string,
): MailData[K] =>
  Object.fromEntries(
    Object.entries(told.data).map(([key, value]: [string, unknown]) => [
      key,
      LETS_IN.includes(key) && typeof value === 'string' ? change(value, told) : value,
    ]),
  ) as MailData[K]

/** What a mail is told, as it is kept: what lets in whoever holds it is encrypted under a key of the school. */
export const sealedLinks = <K extends Template>(told: Told<K>): MailData[K] =>
  withLinks(told, sealedValue)

/** What `sealedLinks` sealed; what was kept before links were sealed is as it stands. Throws where no key opens it. */
export const openedLinks = <K extends Template>(told: Told<K>): MailData[K] =>
  withLinks(told, openedValue)

type Letter = { html: null | string; text: null | string }

const withWords = (
  { html, text }: Letter,
  of: Of,
  change: (value: string, of: Of) => string,
): Letter => ({ html: html && change(html, of), text: text && change(text, of) })

/** What a mail says, as the outbox keeps it: encrypted where it holds what lets somebody in. */
export const sealedLetter = (letter: Letter, of: Of): Letter => withWords(letter, of, sealedValue)

/** What `sealedLetter` sealed; what was kept before is as it stands. Throws where no key opens it. */
export const openedLetter = (letter: Letter, of: Of): Letter => withWords(letter, of, openedValue)
