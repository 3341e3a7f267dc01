import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { Cart } from '@/components/commerce/cart/Cart'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Stack } from '@/components/ui/Stack'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('checkout'))('cartTitle') }
}

/** The cart. The page is the same for everyone; what is in it is asked for in the browser. */
export default async function CartPage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('checkout')

  return (
    <Container className="py-8 md:py-12">
      <Stack gap={8}>
        <Heading level={1}>{t('cartTitle')}</Heading>
        <Island name="Cart" given={{}} of={Cart} />
      </Stack>
    </Container>
  )
}
