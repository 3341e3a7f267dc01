import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountNav } from '@/components/account/AccountNav'
import { KeepAccount } from '@/components/account/KeepAccount'
import { ProofDialog } from '@/components/account/ProofDialog'
import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { Container } from '@/components/ui/Container'
import { browserMessages } from '@/i18n/messages'
import { earns } from '@/operations/commerce/payouts/accounts'
import { erasesAt } from '@/operations/identity/erasure'
import { currentRequest, currentUser } from '@/request'
import { currentSchool } from '@/site'

export const dynamic = 'force-dynamic'

type Props = PageProps & { children: ReactNode }

/** When the account of whoever is signed in is erased, or null; and whether they earn here. */
const own = async (): Promise<{ earns: boolean; end: null | string }> => {
  const user = await currentUser()
  if (!user) {
    return { earns: false, end: null }
  }
  const about = { account: user.id, req: await currentRequest() }

  return { earns: await earns(about), end: await erasesAt(about) }
}

/** The account: its pages beside each other, one of them open; above them what is to become of it. */
export default async function AccountLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)
  const [{ earns: isEarning, end }, { timeZone }] = await Promise.all([
    own(),
    currentSchool(tenant),
  ])

  return (
    <Sentences json={browserMessages(locale, 'account')} locale={locale}>
      <Container className="grid gap-8 py-8 md:grid-cols-[14rem_minmax(0,1fr)] md:gap-16 md:py-16">
        <AccountNav earns={isEarning} />
        <div className="flex flex-col gap-8">
          {end && <KeepAccount erasesAt={end} timeZone={timeZone} />}
          {children}
        </div>
        <ProofDialog />
      </Container>
    </Sentences>
  )
}
