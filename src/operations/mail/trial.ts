import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'
import type { School } from '@/operations/tenancy/school'

import { row } from '@/database/transaction'
import { sampleData } from '@/emails/sample'
import { schoolOf } from '@/operations/tenancy/school'

/** A mail that nothing occasioned: `data` is made up. */
export type Trial = { data: MailData[Template]; locale: Locale; school: School; template: Template }

/** What a mail by the school's template `id` would be told, were it for `reader`; null when there is none. */
export const trialOf = async ({
  id,
  reader,
  req,
  tenant,
}: {
  id: string
  reader: string
  req: PayloadRequest
  tenant: string
}): Promise<null | Trial> => {
  const found = await row<Pick<Trial, 'locale' | 'template'>>(
    req,
    sql`select kind as template, locale from email_templates where id = ${id} and tenant_id = ${tenant}`,
  )
  const school = await schoolOf({ req, tenant })
  if (!found || !school) {
    return null
  }
  const { currency, origin } = school
  const { locale, template } = found
  const data = sampleData({
    name: reader,
    currency,
    kind: template,
    locale,
    now: new Date(),
    origin,
  })

  return { data, locale, school, template }
}
