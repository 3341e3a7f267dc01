import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { OfflineNotice } from '@/components/learning/OfflineNotice'
import { ClosedBar } from '@/components/shell/ClosedBar'
import { LearnHeader } from '@/components/shell/LearnHeader'
import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'
import { shownUser } from '@/operations/identity/shownUser'
import { currentUser, isTemplate } from '@/request'
import { schoolFor } from '@/site'

type Props = PageProps & { children: ReactNode }

/** The classroom: a slim header, and the rest for the lesson. */
export default async function LearnLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)
  const school = await schoolFor({ locale, tenant })
  const user = (await isTemplate()) ? undefined : shownUser(await currentUser())

  return (
    <Sentences json={browserMessages(locale, 'class')} locale={locale}>
      <ClosedBar school={school} />
      <LearnHeader school={school} user={user} />
      <OfflineNotice />
      {children}
    </Sentences>
  )
}
