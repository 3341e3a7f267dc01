import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AcceptedTerms } from '@/components/commerce/AcceptedTerms'
import { OrderThanks } from '@/components/commerce/OrderThanks'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { ACCEPTED_BY_PAYING } from '@/domain/commerce/acceptance'
import { checkoutPath, completePath, declinedPath } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'
import { confirmReturn } from '@/operations/commerce/confirmOrder'
import { opensOrder } from '@/operations/commerce/orderKeys'
import { orderOutcome } from '@/operations/commerce/orderOutcome'
import { proposalAfter } from '@/operations/commerce/upsells'
import { currentRequest, currentUser } from '@/request'
import { smallPrintOf } from '@/site'

export const dynamic = 'force-dynamic'

/** A guest's address holds a key, which no other site should learn. */
export const generateMetadata = async ({ params }: PageProps<'id'>): Promise<Metadata> => {
  await pageParams<'id'>(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('checkout'))('title'),
  }
}

type Props = PageProps<'id'> & { searchParams: Promise<{ key?: string | string[] }> }

/** Where a buyer comes back to from paying: signed in, or with the key of an order placed as a guest. */
export default async function ThanksPage({ params, searchParams }: Props) {
  const { id, locale, tenant } = await pageParams<'id'>(params)
  const { key } = await searchParams
  const user = await currentUser()
  const hasKey = typeof key === 'string' && opensOrder({ key, now: new Date(), order: id, tenant })
  if (!user && !hasKey) {
    redirect(withNext('/sign-in', completePath(id)))
  }
  const req = await currentRequest()
  const look = () => orderOutcome({ buyer: user?.id ?? null, hasKey, order: id, req })
  const found = await look()
  if (!found) {
    notFound()
  }
  const waits = found.status === 'pending' && found.total > 0
  if (waits && (await confirmReturn({ order: id, req, tenant })) === 'declined') {
    redirect(declinedPath(checkoutPath({ offers: found.offers })))
  }
  const order = (waits && (await look())) || found
  const now = new Date()
  const buyer = user?.id ?? null
  const proposal =
    order.status === 'paid' && order.isOpened
      ? await proposalAfter({ buyer, hasKey, now, order: id, req, tenant })
      : null
  const published = proposal ? await smallPrintOf({ locale, tenant }) : []
  const accepted = published.filter(({ slug }) => ACCEPTED_BY_PAYING.includes(slug))

  return (
    <Container className="py-12 md:py-24" size="reading">
      <Sentences json={browserMessages(locale, 'form')} locale={locale}>
        <OrderThanks
          email={user?.email ?? null}
          keyOfOrder={hasKey ? key : null}
          offered={
            proposal
              ? {
                  first: proposal,
                  now: now.toISOString(),
                  order: id,
                  terms: <AcceptedTerms pages={accepted} />,
                }
              : null
          }
          order={order}
        />
      </Sentences>
    </Container>
  )
}
