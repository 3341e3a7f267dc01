import type { Metadata } from 'next'

import { RefreshCw } from 'lucide-react'
import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { Plan } from '@/components/commerce/plans/Plan'
import { pageParams } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { plansOf } from '@/operations/commerce/ownPlans'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('plans.title') }
}

/** What one pays for again and again, with the next charge and the way out. */
export default async function PlansPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id } = await signedInAt('/account/plans')
  const [plans, { timeZone }, t] = await Promise.all([
    plansOf({ buyer: id, req: await currentRequest() }),
    currentSchool(tenant),
    getTranslations('account.plans'),
  ])

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      {plans.length === 0 ? (
        <EmptyState
          action={<ButtonLink href="/courses">{t('seeCourses')}</ButtonLink>}
          body={t('emptyBody')}
          icon={RefreshCw}
          title={t('emptyTitle')}
        />
      ) : (
        <div className="flex flex-col">
          {plans.map((plan) => (
            <Plan key={plan.id} plan={plan} timeZone={timeZone} />
          ))}
        </div>
      )}
    </AccountPage>
  )
}
