import type { Metadata } from 'next'
import type { ReactNode } from 'react'

import { NextIntlClientProvider } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { BrandStyle } from '@/components/faces/BrandStyle'
import { SiteHeader } from '@/components/shell/SiteHeader'
import { SkipLink } from '@/components/shell/SkipLink'
import { ThemeScript } from '@/components/ui/ThemeScript'
import { UiProvider } from '@/components/ui/UiProvider'
import { directionOf, isLocale } from '@/domain/tenancy/locales'
import { DEFAULT_BRAND } from '@/domain/tenancy/theme'

import '../../../globals.css'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

/** Rendered when first asked for. */
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Omit<Props, 'children'>): Promise<Metadata> => {
  const { locale } = await params
  const t = await getTranslations({
    locale: isLocale(locale) ? locale : 'en',
    namespace: 'platform',
  })

  return {
    icons: { icon: { type: 'image/svg+xml', url: '/favicon.svg' } },
    robots: 'noindex',
    title: { default: t('title'), template: `%s · ${t('title')}` },
  }
}

/** The document of the platform's own pages, in the platform's own looks. */
export default async function PlatformLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) {
    notFound()
  }
  setRequestLocale(locale)
  const t = await getTranslations('platform')
  const dir = directionOf(locale)

  return (
    <html dir={dir} lang={locale} suppressHydrationWarning>
      <head>
        <ThemeScript />
        <BrandStyle brand={DEFAULT_BRAND} locale={locale} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider>
          <UiProvider dir={dir}>
            <SkipLink />
            <SiteHeader bare school={{ name: t('title') }} />
            <main className="flex flex-1 flex-col" id="content">
              {children}
            </main>
          </UiProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
