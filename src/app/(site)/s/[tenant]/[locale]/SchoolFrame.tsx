import type { ReactNode } from 'react'

import { getTranslations } from 'next-intl/server'

import { ClosedBar } from '@/components/shell/ClosedBar'
import { SiteFooter } from '@/components/shell/SiteFooter'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { SMALL_PRINT } from '@/domain/pages/smallPrint'
import { publishedPages } from '@/operations/pages/pages'
import { cachedForSchool, currentSchool } from '@/site'

/** The pages of small print that a school has published, in a set order. */
const smallPrint = (tenant: string) =>
  cachedForSchool(tenant, ['small print'], (req) => publishedPages({ req, slugs: SMALL_PRINT }))

/** The school's whole header and footer, around a page. */
export const SchoolFrame = async ({
  children,
  tenant,
}: {
  children: ReactNode
  tenant: string
}) => {
  const school = await currentSchool(tenant)
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
          ...(await smallPrint(tenant)).map(({ slug, title }) => ({
            href: `/${slug}`,
            label: title,
          })),
        ]}
        school={school}
      />
    </>
  )
}
