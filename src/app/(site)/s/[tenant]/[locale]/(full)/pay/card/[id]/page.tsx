import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { CardDesk } from '@/components/commerce/plans/CardDesk'
import { keyedMetadata } from '@/components/shell/keyedMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { Container } from '@/components/ui/Container'
import { cardPath } from '@/domain/commerce/paths'
import { browserMessages } from '@/i18n/messages'
import { opensCard } from '@/operations/commerce/subscriptions/cardKeys'
import { cardProviders, cardView } from '@/operations/commerce/cardView'
import { confirmCardReturn } from '@/operations/commerce/subscriptions/confirmCard'
import { currentRequest, holderAt } from '@/request'
import { currentSchool } from '@/site'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps<'id'>): Promise<Metadata> => {
  await pageParams<'id'>(params)

  return keyedMetadata((await getTranslations('account'))('card.title'))
}

type Props = PageProps<'id'> & { searchParams: Promise<{ key?: string | string[] }> }

/** Where another card is given for a subscription or plan: by its buyer, or by the link of a mail. */
export default async function CardPage({ params, searchParams }: Props) {
  const { id, locale, tenant } = await pageParams<'id'>(params)
  const { key, user } = await holderAt(cardPath(id), {
    opens: (given) => opensCard({ key: given, now: new Date(), subscription: id, tenant }),
    searchParams,
  })
  const buyer = key === null ? (user?.id ?? null) : null
  const req = await currentRequest()
  const before = await cardView({ id, buyer, req })
  const came = before?.isOpen ? await confirmCardReturn({ req, subscription: id, tenant }) : 'asked'
  const plan = before?.isOpen ? await cardView({ id, buyer, req }) : before
  if (!plan) {
    notFound()
  }
  const { timeZone } = await currentSchool(tenant)

  return (
    <Container className="py-12 md:py-24" size="reading">
      <Sentences json={browserMessages(locale, 'account')} locale={locale}>
        <CardDesk
          id={id}
          isDeclined={came === 'declined'}
          isGiven={Boolean(before?.isOpen) && !plan.isOpen}
          keyOfLink={key}
          plan={plan}
          providers={await cardProviders({ plan, req })}
          timeZone={timeZone}
        />
      </Sentences>
    </Container>
  )
}
