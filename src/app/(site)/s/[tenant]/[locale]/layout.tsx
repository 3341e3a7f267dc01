import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { BrandStyle } from '@/components/faces/BrandStyle'
import { OfflineScript } from '@/components/shell/OfflineScript'
import { OwnDocument } from '@/components/shell/OwnDocument'
import { SkipLink } from '@/components/shell/SkipLink'
import { LocaleScript } from '@/components/ui/LocaleScript'
import { ThemeScript } from '@/components/ui/ThemeScript'
import { UiProvider } from '@/components/ui/UiProvider'
import { directionOf, isLocale } from '@/domain/tenancy/locales'
import { paletteOf } from '@/domain/tenancy/theme/palette'
import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'
import { currentSchool, schoolFor } from '@/site'

import '../../../../globals.css'

type Props = { children: ReactNode; params: Promise<{ locale: string; tenant: string }> }

/** Rendered when first asked for, and kept until something changes. */
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Omit<Props, 'children'>): Promise<Metadata> => {
  const { locale, tenant } = await params
  const { name, origin, tagline } = isLocale(locale)
    ? await schoolFor({ locale, tenant })
    : await currentSchool(tenant)

  return {
    description: tagline ?? undefined,
    icons: {
      apple: '/icons/apple-touch-icon.png',
      icon: { type: 'image/svg+xml', url: '/favicon.svg' },
    },
    manifest: '/manifest.webmanifest',
    metadataBase: new URL(origin),
    title: { default: name, template: `%s · ${name}` },
  }
}

/** What a browser colours around the page: the page's own ground, so that nothing cuts it off. */
export const generateViewport = async ({ params }: Omit<Props, 'children'>): Promise<Viewport> => {
  const { brand } = await currentSchool((await params).tenant)
  const { dark, light } = paletteOf(brand)

  return {
    themeColor: [
      { color: light.surface, media: '(prefers-color-scheme: light)' },
      { color: dark.surface, media: '(prefers-color-scheme: dark)' },
    ],
  }
}

/** The document of every page of a school: language, direction, and the tokens of its brand. */
export default async function SchoolLayout({ children, params }: Props) {
  const { locale, tenant } = await params
  if (!isLocale(locale)) {
    notFound()
  }
  setRequestLocale(locale)
  const { brand } = await currentSchool(tenant)
  const dir = directionOf(locale)

  return (
    <html dir={dir} lang={locale} suppressHydrationWarning>
      <head>
        <ThemeScript />
        <LocaleScript />
        <BrandStyle brand={brand} locale={locale} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <Sentences json={browserMessages(locale, 'public')} locale={locale}>
          <UiProvider dir={dir}>
            <OwnDocument />
            <SkipLink />
            {children}
          </UiProvider>
        </Sentences>
        <OfflineScript />
      </body>
    </html>
  )
}
