import type { ReactNode } from 'react'

import { getTranslations } from 'next-intl/server'

import { ClosedBar } from '@/components/shell/ClosedBar'
import { SiteFooter } from '@/components/shell/SiteFooter'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { ACCESSIBILITY_PATH } from '@/domain/pages/addresses'
import { schoolFor, smallPrintOf } from '@/site'
import type { Locale } from '@/domain/tenancy/locales'

/** The school's whole header and footer, around a page. */
export const SchoolFrame = async ({
  children,
  locale,
  tenant,
}: {
  children: ReactNode
  locale: Locale
  tenant: string
}) => {
  const school = await schoolFor({ locale, tenant })
  const t = await getTranslations('shell')

  return (
    <>
      <ClosedBar school={school} />
      <SiteHeader links={[{ href: '/courses', label: t('courses') }]} school={school} />
      <main className="flex flex-1 flex-col" id="content">
        {children}
      </main>
      <SiteFooter
        links={[
          { href: '/about', label: t('about') },
          ...(await smallPrintOf({ locale, tenant })).map(({ slug, title }) => ({
            href: `/${slug}`,
            label: title,
          })),
          { href: ACCESSIBILITY_PATH, label: t('accessibility') },
        ]}
        school={school}
      />
    </>
  )
}
