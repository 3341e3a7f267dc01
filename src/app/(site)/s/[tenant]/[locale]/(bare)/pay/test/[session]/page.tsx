import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { GatewayCard } from '@/components/commerce/GatewayCard'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { gatewayPath } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import { gatewayPage } from '@/operations/commerce/gatewayPage'
import { currentRequest } from '@/request'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps<'session'>): Promise<Metadata> => {
  await pageParams<'session'>(params)

  return { robots: 'noindex', title: (await getTranslations('gateway'))('title') }
}

/** Where an order is paid on an installation that takes no real money. */
export default async function TestGatewayPage({ params }: PageProps<'session'>) {
  const { session } = await pageParams<'session'>(params)
  const req = await currentRequest()
  const page = await gatewayPage({ buyer: req.user ? String(req.user.id) : null, req, session })
  if (!page && !req.user) {
    redirect(withNext('/sign-in', gatewayPath(session)))
  }
  if (!page) {
    notFound()
  }

  return (
    <Container className="py-12 md:py-16" size="form">
      <GatewayCard at={`/api/payments/test/${encodeURIComponent(session)}`} page={page} />
    </Container>
  )
}
