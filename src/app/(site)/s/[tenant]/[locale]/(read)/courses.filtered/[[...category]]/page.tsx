import type { Metadata } from 'next'

import { catalogMetadata, CatalogPage } from '../../courses/catalogPage'
import { pageParams } from '@/components/shell/pageProps'
import { catalogQuery } from '@/domain/catalog/catalogQuery'

type Props = {
  params: Promise<{ category?: string[]; locale: string; tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const asked = async ({ params, searchParams }: Props) => {
  const { category, ...place } = await params
  const given = Object.entries(await searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )

  return {
    ...(await pageParams(Promise.resolve(place))),
    category: category?.[0] ?? null,
    query: catalogQuery(new URLSearchParams(given)),
  }
}

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  catalogMetadata(await asked(props))

/**
 * What filters leave of a catalog or a category: `/courses?…` and `/courses/category/:slug?…` for the
 * world. It stands apart so that the whole ones can be kept.
 */
export default async function FilteredPage(props: Props) {
  return <CatalogPage {...await asked(props)} />
}
