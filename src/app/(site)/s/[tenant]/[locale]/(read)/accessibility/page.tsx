import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccessibilityStatement } from '@/components/pages/AccessibilityStatement'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { ACCESSIBILITY_PATH } from '@/domain/pages/addresses'
import { schoolFor } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale, tenant } = await pageParams(params)
  const school = await schoolFor({ locale, tenant })
  const t = await getTranslations('accessibility')

  return pageMetadata({
    description: t('lead', { school: school.name }),
    locale,
    path: ACCESSIBILITY_PATH,
    school,
    title: t('title'),
  })
}

/** How well everybody can use a school's site, as its build was audited, and what is known to be missing. */
export default async function AccessibilityPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)

  return (
    <AccessibilityStatement
      audit={{ on: process.env.AUDITED_ON, tool: process.env.AUDIT_TOOL }}
      school={await schoolFor({ locale, tenant })}
    />
  )
}
