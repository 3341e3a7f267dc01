import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { Dashboard } from '@/components/learning/dashboard/Dashboard'
import { pageParams } from '@/components/shell/pageProps'
import { ReaderPart } from '@/components/ui/ReaderPart'
import { dashboardOf } from '@/operations/pages/dashboardView'
import { currentRequest, isTemplate, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('dashboard'))('title') }
}

/** "My learning". Rendered once for all of a school's learners, and each one's part set into it before Next (decision 31). */
export default async function DashboardPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const view = (await isTemplate())
    ? null
    : await dashboardOf({
        req: await currentRequest(),
        user: await signedInAt('/dashboard'),
      })
  const { features, timeZone } = await currentSchool(tenant)

  return (
    <ReaderPart
      name="Dashboard"
      given={view}
      islands={['DateTime']}
      of={Dashboard}
      shared={{ hasCertificates: features.certificates, schoolZone: timeZone }}
    />
  )
}
