import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'
import type { OwnWords } from '@/emails/render'
import type { Mark } from '@/operations/tenancy/marks'
import type { School } from '@/operations/tenancy/school'

import { row } from '@/database/transaction'
import { spokenIn } from '@/domain/tenancy/spoken'
import { logoBox } from '@/domain/tenancy/theme/logo'
import { renderEmail } from '@/emails/render'

/** Sets a mail as `school` sends it: in its own words where it has some in this language, and in its brand. */
export const writeLetter = async <K extends Template>({
  data,
  locale,
  req,
  school,
  template,
  unsubscribeUrl,
}: {
  data: MailData[K]
  locale: Locale
  req: PayloadRequest
  school: School
  template: K
  unsubscribeUrl?: string
}): Promise<{ html: string; subject: string; text: string }> => {
  const { id, name, brand, logo, logoDark, origin, timeZone } = spokenIn(school, locale)
  const words = await row<OwnWords>(
    req,
    sql`select subject, heading, body, button_label as "buttonLabel" from email_templates
        where tenant_id = ${id} and kind::text = ${template} and locale::text = ${locale}`,
  )

  return renderEmail({
    data,
    locale,
    school: {
      name,
      accent: brand.accent,
      logo: logo ? logoIn({ logo, logoDark, origin }) : undefined,
      neutral: brand.neutral,
      timeZone,
      url: origin,
    },
    template,
    unsubscribeUrl,
    words,
  })
}

/** How large mails show a logo, in pixels. */
const LOGO_SIZE = { height: 32, highest: 64, widest: 240 }

const logoIn = ({
  logo,
  logoDark,
  origin,
}: { logo: Mark } & Pick<School, 'logoDark' | 'origin'>) => ({
  darkUrl: logoDark ? `${origin}/icons/logo-dark.png` : undefined,
  url: `${origin}/icons/logo.png`,
  ...logoBox(logo, LOGO_SIZE),
})
