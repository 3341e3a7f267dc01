import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { LinkOffer } from '@/components/account/schools/LinkOffer'
import { SchoolForm } from '@/components/account/schools/SchoolForm'
import { SchoolList } from '@/components/account/schools/SchoolList'
import { pageParams } from '@/components/shell/pageProps'
import { Alert } from '@/components/ui/Alert'
import { linkedSchools } from '@/operations/identity/linkedSchools'
import { offeredLink } from '@/operations/identity/schoolLinks'
import { currentRequest, signedInAt } from '@/request'

type Props = PageProps & { searchParams: Promise<{ link?: string | string[] }> }

const PATH = '/account/schools'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('account'))('schools.title'),
  }
}

/** The schools that one linked with this one, and agreeing to link another. */
export default async function SchoolsPage({ params, searchParams }: Props) {
  const { tenant } = await pageParams(params)
  const { link } = await searchParams
  const token = typeof link === 'string' ? link : null
  const { id: account, view } = await signedInAt(
    token ? `${PATH}?link=${encodeURIComponent(token)}` : PATH,
  )
  const t = await getTranslations('account.schools')
  if (view) {
    return (
      <AccountPage lead={t('lead')} title={t('title')}>
        <Alert isQuiet>{t('hidden')}</Alert>
      </AccountPage>
    )
  }
  const req = await currentRequest()
  const offer = token ? await offeredLink({ account, req, tenant, token }) : null
  const { schools, state } = await linkedSchools({ account, tenant })

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      {offer && token && <LinkOffer offer={offer} token={token} />}
      {(state === 'open' || schools.length > 0) && (
        <AccountPart lead={t('linkedLead')} title={t('linked')}>
          <SchoolList schools={schools} />
        </AccountPart>
      )}
      {state === 'open' ? (
        <AccountPart lead={t('addLead')} title={t('add')}>
          <SchoolForm />
        </AccountPart>
      ) : (
        <Alert isQuiet>{t(state)}</Alert>
      )}
    </AccountPage>
  )
}
