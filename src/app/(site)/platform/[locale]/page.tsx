import config from '@payload-config'
import { ArrowRight } from 'lucide-react'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { unstable_cache } from 'next/cache'
import { getPayload } from 'payload'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { isLocale } from '@/domain/tenancy/locales'
import { env } from '@/env'
import { listedSchools } from '@/operations/tenancy/schools'

export const dynamic = 'force-static'

/** Seconds after which a new school is seen here. */
export const revalidate = 60

const schools = unstable_cache(
  async () => listedSchools(await getPayload({ config })),
  ['platform', 'schools'],
  { revalidate: 60 },
)

/** What this installation is. A demo names its schools; elsewhere who is a customer is nobody's business. */
export default async function PlatformPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')
  const t = await getTranslations('platform')
  const { LECTERN_DEMO, LECTERN_EMBEDDED } = env()
  const listed = LECTERN_EMBEDDED || LECTERN_DEMO ? await schools() : []

  return (
    <Container className="flex flex-1 flex-col justify-center py-12 md:py-24" size="reading">
      <Stack gap={12}>
        <Stack gap={4}>
          <Heading level={1} size="display">
            {t('title')}
          </Heading>
          <Text size="lead" tone="muted">
            {t('lead')}
          </Text>
        </Stack>
        {listed.length > 0 && (
          <Stack gap={4}>
            <Stack gap={1}>
              <Heading level={2}>{t('schools')}</Heading>
              <Text tone="muted">{t('demoNote')}</Text>
            </Stack>
            <ul className="border-t border-line">
              {listed.map(({ name, slug, locale: lang, origin, tagline }) => (
                <li
                  className="relative flex items-center gap-4 border-b border-line py-4 hover:bg-sunken"
                  key={slug}
                >
                  <div className="min-w-0 flex-1" lang={lang}>
                    <TextLink
                      className="font-semibold after:absolute after:inset-0"
                      href={origin}
                      variant="plain"
                    >
                      <bdi>{name}</bdi>
                    </TextLink>
                    {tagline && (
                      <Text size="small" tone="muted">
                        <bdi>{tagline}</bdi>
                      </Text>
                    )}
                  </div>
                  <Text as="span" className="max-sm:hidden" dir="ltr" size="small" tone="muted">
                    {new URL(origin).host}
                  </Text>
                  <ArrowRight
                    aria-hidden
                    className="size-5 shrink-0 text-muted rtl:rotate-180"
                    strokeWidth={1.5}
                  />
                </li>
              ))}
            </ul>
          </Stack>
        )}
        <Text>
          <TextLink href="/sign-in">{t('signIn')}</TextLink>
        </Text>
      </Stack>
    </Container>
  )
}
