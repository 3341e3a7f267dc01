import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AcceptedTerms } from '@/components/commerce/AcceptedTerms'
import { Checkout } from '@/components/commerce/Checkout'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { ACCEPTED_BY_PAYING } from '@/domain/commerce/acceptance'
import { currentSchool, smallPrintOf } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('checkout'))('title') }
}

/** Where a purchase is looked over and paid; the page is the same for everyone, its address says what is bought. */
export default async function CheckoutPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { features } = await currentSchool(tenant)
  const t = await getTranslations('checkout')
  const published = await smallPrintOf({ locale, tenant })
  const accepted = published.filter(({ slug }) => ACCEPTED_BY_PAYING.includes(slug))

  return (
    <Container className="py-8 md:py-12">
      <Stack gap={8}>
        <Heading level={1}>{t('title')}</Heading>
        <Checkout features={features} terms={<AcceptedTerms pages={accepted} />} />
      </Stack>
    </Container>
  )
}
