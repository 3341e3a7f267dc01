import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { pageParams } from '@/components/shell/pageProps'

import { SchoolFrame } from '../SchoolFrame'

type Props = PageProps & { children: ReactNode }

/** Pages of one's own, in which one works: React runs them in the browser. */
export default async function FullLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)

  return (
    <SchoolFrame locale={locale} tenant={tenant}>
      {children}
    </SchoolFrame>
  )
}
