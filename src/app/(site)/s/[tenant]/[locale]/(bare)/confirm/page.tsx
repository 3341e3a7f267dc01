import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { Confirmation } from '@/components/identity/Confirmation'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('confirmTitle') }
}

/** Where the link of a confirmation mail ends. */
export default async function ConfirmPage({ params }: PageProps) {
  await pageParams(params)

  return <Confirmation home="/courses" />
}
