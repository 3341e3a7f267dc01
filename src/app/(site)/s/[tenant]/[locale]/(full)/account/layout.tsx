import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountNav } from '@/components/account/AccountNav'
import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { Container } from '@/components/ui/Container'
import { browserMessages } from '@/i18n/messages'

export const dynamic = 'force-dynamic'

type Props = PageProps & { children: ReactNode }

/** The account: its pages beside each other, one of them open. */
export default async function AccountLayout({ children, params }: Props) {
  const { locale } = await pageParams(params)

  return (
    <Sentences json={browserMessages(locale, 'account')} locale={locale}>
      <Container className="grid gap-8 py-8 md:grid-cols-[14rem_minmax(0,1fr)] md:gap-16 md:py-16">
        <AccountNav />
        {children}
      </Container>
    </Sentences>
  )
}
