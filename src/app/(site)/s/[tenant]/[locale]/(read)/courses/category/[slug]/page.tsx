import type { Metadata } from 'next'

import type { PageProps } from '@/components/shell/pageProps'

import { catalogMetadata, CatalogPage } from '../../catalogPage'
import { pageParams } from '@/components/shell/pageProps'
import { catalogQuery } from '@/domain/catalog/catalogQuery'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

const asked = async (params: PageProps<'slug'>['params']) => {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)

  return { category: slug, locale, query: catalogQuery(new URLSearchParams()), tenant }
}

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> =>
  catalogMetadata(await asked(params))

/** What a school teaches in one category and those below it. */
export default async function CategoryPage({ params }: PageProps<'slug'>) {
  return <CatalogPage {...await asked(params)} />
}
