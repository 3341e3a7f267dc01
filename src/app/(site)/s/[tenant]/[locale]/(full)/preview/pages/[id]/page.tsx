import type { Metadata } from 'next'

import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { RenderBlocks } from '@blocks/RenderBlocks'
import { RefreshOnSave } from '@/components/pages/RefreshOnSave'
import { pageParams } from '@/components/shell/pageProps'
import { pageDraft } from '@/operations/pages/pages'
import { currentRequest } from '@/request'
import { schoolFor } from '@/site'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: 'noindex' }

/** A page as visitors will see it, drafts included, for those who write pages; it follows what they save in the admin. */
export default async function PreviewPage({ params }: PageProps<'id'>) {
  const { id, locale, tenant } = await pageParams<'id'>(params)
  const school = await schoolFor({ locale, tenant })
  const page = await pageDraft({ id, req: await currentRequest() })
  if (!page) {
    notFound()
  }

  return (
    <>
      <RefreshOnSave />
      <RenderBlocks layout={page.layout} school={school} title={page.title} />
    </>
  )
}
