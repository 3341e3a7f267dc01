import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { RenderBlocks } from '@blocks/RenderBlocks'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { ShareLinks } from '@/components/pages/ShareLinks'
import { Container } from '@/components/ui/Container'
import { Island } from '@/components/ui/Island'
import { isSmallPrint } from '@/domain/pages/smallPrint'
import { pageParams } from '@/components/shell/pageProps'
import { trailFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { isSlug } from '@/domain/tenancy/hosts'
import { pathIn } from '@/domain/tenancy/locales'
import { pageBySlug } from '@/operations/pages/pages'
import { cachedForReader, movedOrGone, schoolFor } from '@/site'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

const pageOf = async (reader: Parameters<typeof cachedForReader>[0], slug: string) =>
  isSlug(slug) && slug !== 'home'
    ? cachedForReader(reader, ['page', slug], (req) => pageBySlug({ slug, req }))
    : null

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> => {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const page = await pageOf({ locale, tenant }, slug)

  if (!page) {
    return {}
  }
  const school = await schoolFor({ locale, tenant })
  const t = await getTranslations('meta')

  return pageMetadata({
    description: descriptionFrom(
      page.description,
      t('page', { page: page.title, school: school.name }),
    ),
    locale,
    path: `/${slug}`,
    school,
    title: page.title,
  })
}

/** A landing page of a school. */
export default async function LandingPage({ params }: PageProps<'slug'>) {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const school = await schoolFor({ locale, tenant })
  const page = await pageOf({ locale, tenant }, slug)
  if (!page) {
    return movedOrGone({ locale, tenant }, `/${slug}`)
  }
  const t = await getTranslations('shell')

  return (
    <>
      <JsonLd
        data={trailFacts([
          { name: t('home'), url: `${school.origin}${pathIn(school, locale, '/')}` },
          { name: page.title, url: `${school.origin}${pathIn(school, locale, `/${slug}`)}` },
        ])}
      />
      <RenderBlocks layout={page.layout} school={school} title={page.title} />
      {!isSmallPrint(slug) && (
        <Container className="border-t border-line py-6">
          <Island
            name="ShareLinks"
            given={{ title: page.title, url: `${school.origin}/${slug}` }}
            of={ShareLinks}
          />
        </Container>
      )}
    </>
  )
}
