import type { ReactNode } from 'react'

import { setRequestLocale } from 'next-intl/server'

import { SiteHeader } from '@/components/shell/SiteHeader'
import { isLocale } from '@/domain/tenancy/locales'
import { currentSchool } from '@/site'

type Props = { children: ReactNode; params: Promise<{ locale: string; tenant: string }> }

/** Pages from which nothing should lead away but the school's mark: signing in, checkout, paying. */
export default async function BareLayout({ children, params }: Props) {
  const { locale, tenant } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')
  const school = await currentSchool(tenant)

  return (
    <>
      <SiteHeader bare school={school} />
      <main className="flex flex-1 flex-col" id="content">
        {children}
      </main>
    </>
  )
}
