import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { ChannelMatrix } from '@/components/account/ChannelMatrix'
import { PushPart } from '@/components/account/PushPart'
import { pageParams } from '@/components/shell/pageProps'
import { Text } from '@/components/ui/Text'
import { STAFF } from '@/domain/identity/roles'
import { CHANNELS, eventsFor } from '@/domain/mail/events'
import { toldBrowsers } from '@/operations/identity/pushBrowsers'
import { readChoices } from '@/operations/mail/choices'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('notifications.title') }
}

/** Of what one is told, and where. */
export default async function NotificationsPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id, email, roles, teaches } = await signedInAt('/account/notifications')
  const of = { account: id, req: await currentRequest() }
  const [choices, browsers, { timeZone }, t] = await Promise.all([
    readChoices(of),
    toldBrowsers(of),
    currentSchool(tenant),
    getTranslations('account.notifications'),
  ])

  return (
    <AccountPage lead={t('lead', { email })} title={t('title')}>
      <div className="flex flex-col gap-8">
        <ChannelMatrix
          channels={CHANNELS}
          choices={choices}
          events={eventsFor({ isStaff: teaches || STAFF.some((role) => roles.includes(role)) })}
        />
        <Text tone="muted">{t('alwaysHint')}</Text>
      </div>
      <AccountPart lead={t('push.lead')} title={t('push.title')}>
        <PushPart browsers={browsers} timeZone={timeZone} />
      </AccountPart>
    </AccountPage>
  )
}
