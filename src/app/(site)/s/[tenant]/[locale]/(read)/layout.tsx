import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { pageParams } from '@/components/shell/pageProps'
import { DOCUMENT } from '@/domain/pages/document'

import { SchoolFrame } from '../SchoolFrame'

type Props = PageProps & { children: ReactNode }

/** Pages that are read: documents, of which only the islands come alive in the browser. */
export default async function ReadLayout({ children, params }: Props) {
  const { locale, tenant } = await pageParams(params)

  return (
    <>
      <meta {...DOCUMENT} />
      <SchoolFrame locale={locale} tenant={tenant}>
        {children}
      </SchoolFrame>
    </>
  )
}
