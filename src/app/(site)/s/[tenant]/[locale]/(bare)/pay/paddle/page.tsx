import { Receipt } from 'lucide-react'
import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { PaddleCheckout } from '@/components/commerce/merchants/PaddleCheckout'
import { pageParams } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Container } from '@/components/ui/Container'
import { EmptyState } from '@/components/ui/EmptyState'
import { PADDLE_PAGE, PADDLE_TRANSACTION } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import { paddlePage } from '@/operations/commerce/paddlePage'
import { currentRequest } from '@/request'

export const dynamic = 'force-dynamic'

type Props = PageProps & { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('checkout.merchant'))('title') }
}

/** Where an order is paid that Paddle sells: the address that Paddle is given for its checkout. */
export default async function PaddlePage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params)
  const named = (await searchParams)[PADDLE_TRANSACTION]
  const transaction = typeof named === 'string' && /^txn_\w{1,60}$/.test(named) ? named : null
  const req = await currentRequest()
  const buyer = req.user ? String(req.user.id) : null
  const page = transaction && (await paddlePage({ buyer, now: new Date(), req, transaction }))
  if (!page && transaction && !buyer) {
    redirect(withNext('/sign-in', `${PADDLE_PAGE}?${PADDLE_TRANSACTION}=${transaction}`))
  }
  const t = await getTranslations('checkout.merchant')

  return (
    <Container className="py-12 md:py-16" size="form">
      {page ? (
        <PaddleCheckout locale={locale} page={page} />
      ) : (
        <EmptyState
          action={<ButtonLink href="/account/orders">{t('toOrders')}</ButtonLink>}
          body={t('nothingBody')}
          icon={Receipt}
          title={t('nothingTitle')}
        />
      )}
    </Container>
  )
}
