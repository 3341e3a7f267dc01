import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { ChannelMatrix } from '@/components/account/ChannelMatrix'
import { pageParams } from '@/components/shell/pageProps'
import { Text } from '@/components/ui/Text'
import { STAFF } from '@/domain/identity/roles'
import { CHANNELS, eventsFor } from '@/domain/mail/events'
import { readChoices } from '@/operations/mail/choices'
import { currentRequest, signedInAt } from '@/request'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('notifications.title') }
}

/** Of what one is told, and where. */
export default async function NotificationsPage({ params }: PageProps) {
  await pageParams(params)
  const { id, email, roles, teaches } = await signedInAt('/account/notifications')
  const [choices, t] = await Promise.all([
    readChoices({ account: id, req: await currentRequest() }),
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
    </AccountPage>
  )
}
