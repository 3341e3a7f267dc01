import type { Metadata } from 'next'

import { ReceiptText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { OrderCard } from '@/components/commerce/OrderCard'
import { pageParams } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { ordersOf } from '@/operations/commerce/orderHistory'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('orders.title') }
}

/** Everything one has bought here. */
export default async function OrdersPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id, timeZone } = await signedInAt('/account/orders')
  const [orders, school, t] = await Promise.all([
    ordersOf({ buyer: id, req: await currentRequest() }),
    currentSchool(tenant),
    getTranslations('account.orders'),
  ])

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      {orders.length > 0 ? (
        <ul className="flex flex-col gap-12">
          {orders.map((order) => (
            <li key={order.id}>
              <OrderCard order={order} timeZone={timeZone ?? school.timeZone} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          action={<ButtonLink href="/courses">{t('toCourses')}</ButtonLink>}
          body={t('emptyBody')}
          icon={ReceiptText}
          title={t('emptyTitle')}
        />
      )}
    </AccountPage>
  )
}
