import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { DOCUMENT } from '@/domain/pages/document'
import { browserMessages } from '@/i18n/messages'
import { schoolFor } from '@/site'

type Props = PageProps & { children: ReactNode }

/** The checkout: a document, from which nothing leads away but the school's mark. */
export default async function BuyLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)

  return (
    <Sentences json={browserMessages(locale, 'form')} locale={locale}>
      <meta {...DOCUMENT} />
      <SiteHeader bare school={await schoolFor({ locale, tenant })} />
      <main className="flex flex-1 flex-col" id="content">
        {children}
      </main>
    </Sentences>
  )
}
