import type { Metadata } from 'next'

import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { RenderBlocks } from '@blocks/RenderBlocks'
import { pageParams } from '@/components/shell/pageProps'
import { isSlug } from '@/domain/tenancy/hosts'
import { pageBySlug } from '@/operations/pages/pages'
import { cachedForSchool, currentSchool } from '@/site'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

const pageOf = async (tenant: string, slug: string) =>
  isSlug(slug) && slug !== 'home'
    ? cachedForSchool(tenant, ['page', slug], (req) => pageBySlug({ slug, req }))
    : null

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> => {
  const { slug, tenant } = await pageParams<'slug'>(params)
  const page = await pageOf(tenant, slug)

  return page
    ? {
        alternates: { canonical: `/${slug}` },
        description: page.description ?? undefined,
        title: page.title,
      }
    : {}
}

/** A landing page of a school. */
export default async function LandingPage({ params }: PageProps<'slug'>) {
  const { slug, tenant } = await pageParams<'slug'>(params)
  const school = await currentSchool(tenant)
  const page = await pageOf(tenant, slug)
  if (!page) {
    notFound()
  }

  return <RenderBlocks layout={page.layout} school={school} title={page.title} />
}
