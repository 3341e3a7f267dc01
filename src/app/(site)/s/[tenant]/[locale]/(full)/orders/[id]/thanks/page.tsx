import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { OrderThanks } from '@/components/commerce/OrderThanks'
import { AcceptedTexts } from '@/components/shell/AcceptedTexts'
import { keyedMetadata } from '@/components/shell/keyedMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { ACCEPTED_BY_PAYING } from '@/domain/commerce/acceptance'
import { checkoutPath, completePath, declinedPath } from '@/domain/commerce/paths'
import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'
import { confirmReturn } from '@/operations/commerce/confirmOrder'
import { opensOrder } from '@/operations/commerce/orderKeys'
import { orderOutcome } from '@/operations/commerce/orderOutcome'
import { proposalAfter } from '@/operations/commerce/upsells'
import { currentRequest, holderAt } from '@/request'
import { smallPrintOf } from '@/site'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps<'id'>): Promise<Metadata> => {
  await pageParams<'id'>(params)

  return keyedMetadata((await getTranslations('checkout'))('title'))
}

type Props = PageProps<'id'> & { searchParams: Promise<{ key?: string | string[] }> }

/** Where a buyer comes back to from paying: signed in, or with the key of an order placed as a guest. */
export default async function ThanksPage({ params, searchParams }: Props) {
  const { id, locale, tenant } = await pageParams<'id'>(params)
  const { key, user } = await holderAt(completePath(id), {
    opens: (given) => opensOrder({ key: given, now: new Date(), order: id, tenant }),
    searchParams,
  })
  const hasKey = key !== null
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
  const t = await getTranslations('checkout')
  const accepted = published.filter(({ slug }) => ACCEPTED_BY_PAYING.includes(slug))

  return (
    <Container className="py-12 md:py-24" size="reading">
      <Sentences json={browserMessages(locale, 'form')} locale={locale}>
        <OrderThanks
          email={user?.email ?? null}
          keyOfOrder={key}
          offered={
            proposal
              ? {
                  first: proposal,
                  now: now.toISOString(),
                  order: id,
                  terms: <AcceptedTexts lead={t('accept')} pages={accepted} />,
                }
              : null
          }
          order={order}
        />
      </Sentences>
    </Container>
  )
}
