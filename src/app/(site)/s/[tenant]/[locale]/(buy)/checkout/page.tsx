import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { CheckoutPart } from '@/components/commerce/CheckoutPart'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { ReaderPart } from '@/components/ui/ReaderPart'
import { Stack } from '@/components/ui/Stack'
import { ACCEPTED_BY_PAYING } from '@/domain/commerce/acceptance'
import { currentSchool, smallPrintOf } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    alternates: { canonical: '/courses' },
    title: (await getTranslations('checkout'))('title'),
  }
}

/**
 * Where a purchase is looked over and paid. The page is the same for everyone, its address says what is bought: that is
 * read and set into it before Next (decision 31), or asked for in the browser.
 */
export default async function CheckoutPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { asksToRemind, features } = await currentSchool(tenant)
  const { certificates, coupons, registration } = features
  const t = await getTranslations('checkout')
  const published = await smallPrintOf({ locale, tenant })
  const accepted = published.filter(({ slug }) => ACCEPTED_BY_PAYING.includes(slug))

  return (
    <Container className="py-8 md:py-12">
      <Stack gap={8}>
        <Heading level={1}>{t('title')}</Heading>
        <ReaderPart
          name="Checkout"
          given={{ start: null }}
          islands={['Checkout']}
          of={CheckoutPart}
          shared={{ accepted, asksToRemind, features: { certificates, coupons, registration } }}
        />
      </Stack>
    </Container>
  )
}
