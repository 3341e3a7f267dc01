import type { ReactNode } from 'react'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { pageParams } from '@/components/shell/pageProps'
import { SiteFooter } from '@/components/shell/SiteFooter'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { currentSchool } from '@/site'

type Props = PageProps & { children: ReactNode }

/** Pages with the school's whole header and footer. */
export default async function FullLayout({ children, params }: Props) {
  const { tenant } = await pageParams(params)
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
