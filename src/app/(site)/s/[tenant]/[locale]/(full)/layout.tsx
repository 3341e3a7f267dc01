import type { ReactNode } from 'react'

import { getTranslations, setRequestLocale } from 'next-intl/server'

import { SiteFooter } from '@/components/shell/SiteFooter'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { isLocale } from '@/domain/tenancy/locales'
import { currentSchool } from '@/site'

type Props = { children: ReactNode; params: Promise<{ locale: string; tenant: string }> }

/** Pages with the school's whole header and footer. */
export default async function FullLayout({ children, params }: Props) {
  const { locale, tenant } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')
  const school = await currentSchool(tenant)
  const t = await getTranslations('shell')

  return (
    <>
      <SiteHeader links={[{ href: '/courses', label: t('courses') }]} school={school} />
      <main className="flex flex-1 flex-col" id="content">
        {children}
      </main>
      <SiteFooter school={school} />
    </>
  )
}
