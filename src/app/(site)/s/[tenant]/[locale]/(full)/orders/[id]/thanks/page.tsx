import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { OrderThanks } from '@/components/commerce/OrderThanks'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { completePath } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'
import { orderOutcome } from '@/operations/commerce/orderOutcome'
import { currentRequest, currentUser } from '@/request'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps<'id'>): Promise<Metadata> => {
  await pageParams<'id'>(params)

  return { robots: 'noindex', title: (await getTranslations('checkout'))('title') }
}

/** Where a buyer comes back to from paying. */
export default async function ThanksPage({ params }: PageProps<'id'>) {
  const { id, locale } = await pageParams<'id'>(params)
  const user = await currentUser()
  if (!user) {
    redirect(withNext('/sign-in', completePath(id)))
  }
  const order = await orderOutcome({ buyer: user.id, order: id, req: await currentRequest() })
  if (!order) {
    notFound()
  }

  return (
    <Container className="py-12 md:py-24" size="reading">
      <Sentences json={browserMessages(locale, 'form')} locale={locale}>
        <OrderThanks email={user.email} order={order} />
      </Sentences>
    </Container>
  )
}
