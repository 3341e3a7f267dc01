import type { Metadata } from 'next'

import type { PageProps } from '@/components/shell/pageProps'

import { catalogMetadata, CatalogPage } from './catalogPage'
import { pageParams } from '@/components/shell/pageProps'
import { catalogQuery } from '@/domain/catalog/catalogQuery'

export const dynamic = 'force-static'

const asked = async (params: PageProps['params']) => ({
  ...(await pageParams(params)),
  category: null,
  query: catalogQuery(new URLSearchParams()),
})

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> =>
  catalogMetadata(await asked(params))

/** Everything a school teaches; with parameters, `src/proxy.ts` leads to `courses.filtered`. */
export default async function CoursesPage({ params }: PageProps) {
  return <CatalogPage {...await asked(params)} />
}
