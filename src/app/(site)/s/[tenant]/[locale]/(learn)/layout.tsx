import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { LearnHeader } from '@/components/shell/LearnHeader'
import { pageParams } from '@/components/shell/pageProps'
import { currentSchool } from '@/site'

type Props = PageProps & { children: ReactNode }

/** The classroom: a slim header, and the rest for the lesson. */
export default async function LearnLayout({ children, params }: Props) {
  const { tenant } = await pageParams(params)

  return (
    <>
      <LearnHeader school={await currentSchool(tenant)} />
      {children}
    </>
  )
}
