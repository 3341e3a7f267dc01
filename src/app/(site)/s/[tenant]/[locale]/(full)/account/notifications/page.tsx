import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { MailChoices } from '@/components/account/MailChoices'
import { pageParams } from '@/components/shell/pageProps'
import { Text } from '@/components/ui/Text'
import { readMailChoices } from '@/operations/mail/topics'
import { currentRequest, signedInAt } from '@/request'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('notifications.title') }
}

/** Which mails one gets. */
export default async function NotificationsPage({ params }: PageProps) {
  await pageParams(params)
  const { id, email } = await signedInAt('/account/notifications')
  const [choices, t] = await Promise.all([
    readMailChoices({ account: id, req: await currentRequest() }),
    getTranslations('account.notifications'),
  ])
  if (!choices) {
    notFound()
  }

  return (
    <AccountPage lead={t('lead', { email })} title={t('title')}>
      <AccountPart title={t('optional')}>
        <MailChoices choices={choices} />
      </AccountPart>
      <AccountPart title={t('always')}>
        <Text tone="muted">{t('alwaysBody')}</Text>
      </AccountPart>
    </AccountPage>
  )
}
