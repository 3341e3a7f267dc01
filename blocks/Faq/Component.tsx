import type { FaqBlock } from '@payload-types'

import { getTranslations } from 'next-intl/server'

import { Accordion } from '@/components/ui/Accordion'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Text } from '@/components/ui/Text'

import type { BlockProps } from '../props'

/** Questions with answers that open in place, beside their heading where there is room. */
export const Faq = async ({ block: { heading, items }, isJoined }: BlockProps<FaqBlock>) => {
  const t = await getTranslations('course')

  return (
    <Section className={isJoined ? 'pt-0' : undefined}>
      <Container className="grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Heading dir="auto" level={2}>
          {heading || t('faq')}
        </Heading>
        <Accordion
          items={items.map(({ id, answer, question }) => ({
            id: id ?? question,
            content: (
              <Text className="max-w-reading whitespace-pre-line" dir="auto" tone="muted">
                {answer}
              </Text>
            ),
            title: <bdi>{question}</bdi>,
          }))}
        />
      </Container>
    </Section>
  )
}
