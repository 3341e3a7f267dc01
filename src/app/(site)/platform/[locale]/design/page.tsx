import type { Metadata } from 'next'

import { getTranslations, setRequestLocale } from 'next-intl/server'

import { Asking } from '@/components/design/Asking'
import { Doing } from '@/components/design/Doing'
import { Saying } from '@/components/design/Saying'
import { Tables } from '@/components/design/Tables'
import { Colours, Typography } from '@/components/design/Tokens'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { isLocale } from '@/domain/tenancy/locales'

export const dynamic = 'force-static'

type Props = { params: Promise<{ locale: string }> }

const wordsFor = async ({ params }: Props) => {
  const { locale } = await params
  const known = isLocale(locale) ? locale : 'en'
  setRequestLocale(known)

  return getTranslations({ locale: known, namespace: 'design' })
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await wordsFor(props))('title'),
})

/** Every primitive in its states, on the platform's own host: to look at, and for tests to hold. */
export default async function DesignPage(props: Props) {
  const t = await wordsFor(props)

  return (
    <Container className="py-section">
      <Stack gap={16}>
        <Stack gap={3}>
          <Heading level={1} size="title">
            {t('title')}
          </Heading>
          <Text size="lead" tone="muted">
            {t('lead')}
          </Text>
        </Stack>
        <Colours />
        <Typography />
        <Doing />
        <Asking />
        <Saying />
        <Tables />
      </Stack>
    </Container>
  )
}
