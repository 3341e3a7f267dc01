import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { GatewayCard } from '@/components/commerce/GatewayCard'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { planGatewayPath } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import { gatewayPlanPage } from '@/operations/commerce/gatewayPlanPage'
import { currentRequest } from '@/request'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps<'session'>): Promise<Metadata> => {
  await pageParams<'session'>(params)

  return { robots: 'noindex', title: (await getTranslations('gateway'))('title') }
}

/** Where a school pays for a plan on an installation that takes no real money. */
export default async function TestPlanPage({ params }: PageProps<'session'>) {
  const { session } = await pageParams<'session'>(params)
  const req = await currentRequest()
  if (!req.user) {
    redirect(withNext('/sign-in', planGatewayPath(session)))
  }
  const page = await gatewayPlanPage({ req, session })
  if (!page) {
    notFound()
  }
  const { title, ...shown } = page
  const at = `/api/plan/test/${encodeURIComponent(session)}`
  const t = await getTranslations('gateway')

  return (
    <Container className="py-12 md:py-16" size="form">
      <GatewayCard
        at={at}
        cardAt={`${at}/${page.cardWorks ? 'fail' : 'recover'}`}
        page={{
          ...shown,
          lines: [{ amount: page.amount, title: t('planLine', { plan: title }) }],
          school: t('platform'),
        }}
      />
    </Container>
  )
}
