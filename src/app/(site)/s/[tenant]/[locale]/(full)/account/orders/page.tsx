import type { Metadata } from 'next'

import { ReceiptText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { OrderCard } from '@/components/commerce/OrderCard'
import { OrderSearch } from '@/components/commerce/OrderSearch'
import { pageParams } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { orderSearchOf } from '@/domain/commerce/orderSearch'
import { movablePlaces } from '@/operations/commerce/movablePlaces'
import { ordersOf } from '@/operations/commerce/orderHistory'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('orders.title') }
}

/** Everything one has bought here. */
export default async function OrdersPage({
  params,
  searchParams,
}: PageProps & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { tenant } = await pageParams(params)
  const { id, timeZone } = await signedInAt('/account/orders')
  const req = await currentRequest()
  const search = orderSearchOf(await searchParams)
  const isSearch = Object.keys(search).length > 0
  const [orders, movable, school, t] = await Promise.all([
    ordersOf({ ...search, buyer: id, req }),
    movablePlaces({ holder: id, now: new Date(), req }),
    currentSchool(tenant),
    getTranslations('account.orders'),
  ])

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      {(orders.length > 0 || isSearch) && <OrderSearch search={search} />}
      {orders.length > 0 ? (
        <ul className="flex flex-col gap-12">
          {orders.map((order) => (
            <li key={order.id}>
              <OrderCard movable={movable} order={order} timeZone={timeZone ?? school.timeZone} />
            </li>
          ))}
        </ul>
      ) : isSearch ? (
        <EmptyState
          action={<ButtonLink href="/account/orders">{t('search.all')}</ButtonLink>}
          body={t('search.noneBody')}
          icon={ReceiptText}
          title={t('search.noneTitle')}
        />
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
