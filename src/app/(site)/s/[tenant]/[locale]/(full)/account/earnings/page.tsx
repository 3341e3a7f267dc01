import type { Metadata } from 'next'

import { HandCoins } from 'lucide-react'
import { getTranslations } from 'next-intl/server'

import { AccountPage } from '@/components/account/AccountPage'
import { EarningsAccount } from '@/components/commerce/earnings/EarningsAccount'
import { EarningsBalances } from '@/components/commerce/earnings/EarningsBalances'
import { EarningsCurrencies } from '@/components/commerce/earnings/EarningsCurrencies'
import { EarningsInAll } from '@/components/commerce/earnings/EarningsInAll'
import { EarningsLines } from '@/components/commerce/earnings/EarningsLines'
import { OwnPayouts } from '@/components/commerce/earnings/OwnPayouts'
import { pageParams, type PageProps } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { refreshOwnAccount } from '@/operations/commerce/payouts/accounts'
import { earningsOf } from '@/operations/commerce/payouts/earnings'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

type Props = PageProps & { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('earnings.title') }
}

const whole = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined

const code = (text: unknown): string | undefined =>
  typeof text === 'string' && /^[A-Z]{3}$/.test(text) ? text : undefined

/** What one earns of courses: balances, where they are paid, every line with its reason, and payouts. */
export default async function EarningsPage({ params, searchParams }: Props) {
  const { tenant } = await pageParams(params)
  const { id, timeZone } = await signedInAt('/account/earnings')
  const [asked, req, school, t] = await Promise.all([
    searchParams,
    currentRequest(),
    currentSchool(tenant),
    getTranslations('account.earnings'),
  ])
  await refreshOwnAccount({ holder: id, req })
  const [before, currency] = [whole(asked.before), code(asked.currency)]
  const earnings = await earningsOf({ before, currency, holder: id, req, tenant })
  const zone = timeZone ?? school.timeZone

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      <EarningsAccount account={earnings.account} />
      {earnings.balances.length === 0 ? (
        <EmptyState body={t('emptyBody')} icon={HandCoins} title={t('emptyTitle')} />
      ) : (
        <>
          {earnings.inBase && <EarningsInAll inBase={earnings.inBase} />}
          <EarningsBalances balances={earnings.balances} />
          <section aria-labelledby="lines" className="flex flex-col gap-4">
            {earnings.balances.length > 1 && (
              <EarningsCurrencies
                chosen={earnings.currency}
                currencies={earnings.balances.map((one) => one.currency)}
              />
            )}
            <EarningsLines entries={earnings.entries} timeZone={zone} />
            {earnings.next && (
              <ButtonLink
                className="self-start"
                href={`/account/earnings?before=${earnings.next}${currency ? `&currency=${currency}` : ''}`}
                prefetch={false}
                variant="secondary"
              >
                {t('older')}
              </ButtonLink>
            )}
          </section>
          {earnings.payouts.length > 0 && <OwnPayouts payouts={earnings.payouts} timeZone={zone} />}
        </>
      )}
    </AccountPage>
  )
}
