import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Template } from '@/domain/mail/templates'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { openedLetter } from '@/operations/mail/sealedLinks'
import { requestOf } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { factories } from './index'

type Mail = {
  html: string
  kind: Template
  locale: string
  subject: string
  text: string
  to: string
}

/** A school with an owner, the templates they write, and the mails that go out. */
export const mailTemplates = (payload: () => Payload) => {
  const mailsOf = (tenant: string) =>
    asTenant(tenant, async () => {
      await settleOnly(payload(), 'sendQueuedEmail')

      const mails = await rows<Mail>(
        await requestOf(),
        sql`select "to", kind, locale, subject, html, text from emails order by id`,
      )

      return mails.map(
        (mail) => ({ ...mail, ...openedLetter(mail, { template: mail.kind, tenant }) }) as Mail,
      )
    })

  const write = ({
    tenant,
    user,
    ...data
  }: {
    [field: string]: unknown
    tenant: string
    user: { id: string }
  }) =>
    asTenant(tenant, async () =>
      payload().create({
        collection: 'email-templates',
        data: data as never,
        depth: 0,
        overrideAccess: false,
        req: await requestOf(user),
      }),
    )

  const school = async () => {
    const make = factories(payload())
    const tenant = (await make.tenant({ name: 'Aurora' })).id
    const user = await make.user({ name: 'Dana', roles: ['owner'], tenant })
    const student = await make.user({ tenant })

    return { make, student, tenant, user }
  }

  return { mailsOf, school, write }
}
