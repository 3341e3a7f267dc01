import type { ReactNode } from 'react'

import { NextIntlClientProvider } from 'next-intl'

import type { PageProps } from '@/components/shell/pageProps'

import { LearnHeader } from '@/components/shell/LearnHeader'
import { pageParams } from '@/components/shell/pageProps'
import { browserMessages } from '@/i18n/messages'
import { currentSchool } from '@/site'

type Props = PageProps & { children: ReactNode }

/** The classroom: a slim header, and the rest for the lesson. */
export default async function LearnLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)

  return (
    <NextIntlClientProvider messages={browserMessages(locale, 'class')}>
      <LearnHeader school={await currentSchool(tenant)} />
      {children}
    </NextIntlClientProvider>
  )
}
