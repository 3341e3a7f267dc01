import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { SchoolView } from '@/components/pages/SchoolView'
import { pageParams } from '@/components/shell/pageProps'
import { ABOUT } from '@/domain/pages/addresses'
import { profileFacts, trailFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { pathIn } from '@/domain/tenancy/locales'
import { pageBySlug } from '@/operations/pages/pages'
import { schoolProfile } from '@/operations/pages/schoolProfile'
import { cachedForReader, cachedForSchool, schoolFor } from '@/site'

import LandingPage, { generateMetadata as landingMetadata } from '../[slug]/page'

export const dynamic = 'force-static'

/** A page of the school's own at this address takes the profile's place. */
const isOwn = async (tenant: string): Promise<boolean> =>
  (await cachedForSchool(tenant, ['page', ABOUT], (req) => pageBySlug({ slug: ABOUT, req }))) !==
  null

const asLanding = (params: PageProps['params']): PageProps<'slug'> => ({
  params: params.then((given) => ({ ...given, slug: ABOUT })),
})

const profileOf = ({ locale, tenant }: Parameters<typeof cachedForReader>[0]) =>
  cachedForReader({ locale, tenant }, ['profile'], (req) => schoolProfile({ req, tenant }))

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale, tenant } = await pageParams(params)
  if (await isOwn(tenant)) {
    return landingMetadata(asLanding(params))
  }
  const school = await schoolFor({ locale, tenant })
  const profile = await profileOf({ locale, tenant })
  const t = await getTranslations()

  return pageMetadata({
    description: descriptionFrom(profile?.story, t('meta.about', { school: school.name })),
    locale,
    path: '/about',
    school,
    title: t('about.titleOf', { school: school.name }),
  })
}

/** Who a school is: its story, its people, its courses and how to reach it. */
export default async function AboutPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  if (await isOwn(tenant)) {
    return <LandingPage {...asLanding(params)} />
  }
  const school = await schoolFor({ locale, tenant })
  const { name, origin, supportEmail, tagline } = school
  const profile = await profileOf({ locale, tenant })
  if (!profile) {
    notFound()
  }
  const t = await getTranslations()
  const { address, phone, rating, socials, story } = profile

  return (
    <>
      <JsonLd
        data={profileFacts({
          name,
          address,
          description: descriptionFrom(story, tagline, name),
          email: supportEmail,
          phone,
          rating,
          sameAs: socials.map(({ href }) => href),
          url: origin,
        })}
      />
      <JsonLd
        data={trailFacts([
          { name: t('shell.home'), url: `${origin}${pathIn(school, locale, '/')}` },
          { name: t('about.title'), url: `${origin}${pathIn(school, locale, '/about')}` },
        ])}
      />
      <SchoolView profile={profile} school={school} />
    </>
  )
}
