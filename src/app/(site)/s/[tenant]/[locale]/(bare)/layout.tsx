import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { pageParams } from '@/components/shell/pageProps'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'
import { schoolFor } from '@/site'

type Props = PageProps & { children: ReactNode }

/** Pages from which nothing should lead away but the school's mark: signing in, checkout, paying. */
export default async function BareLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)
  const school = await schoolFor({ locale, tenant })

  return (
    <Sentences json={browserMessages(locale, 'form')} locale={locale}>
      <SiteHeader bare school={school} />
      <main className="flex flex-1 flex-col" id="content">
        {children}
      </main>
    </Sentences>
  )
}
