import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { Inbox } from '@/components/mail/Inbox'
import { pageParams } from '@/components/shell/pageProps'
import { TextLink } from '@/components/ui/TextLink'
import { listNotifications } from '@/operations/mail/notifications'
import { schoolOf } from '@/operations/tenancy/school'
import { currentRequest, signedInAt } from '@/request'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('inbox.title') }
}

/** What one was told of. */
export default async function InboxPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { id, name } = await signedInAt('/account/inbox')
  const req = await currentRequest()
  const [school, t] = await Promise.all([
    schoolOf({ req, tenant }),
    getTranslations('account.inbox'),
  ])
  if (!school) {
    notFound()
  }
  const first = await listNotifications({ name, account: id, locale, req, school })

  return (
    <AccountPage
      lead={
        <>
          {t('lead')}{' '}
          <TextLink href="/account/notifications" prefetch={false}>
            {t('settings')}
          </TextLink>
        </>
      }
      title={t('title')}
    >
      <Inbox first={first} timeZone={school.timeZone} />
    </AccountPage>
  )
}
