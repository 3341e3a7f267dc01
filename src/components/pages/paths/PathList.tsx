import { useTranslations } from 'next-intl'

import type { ListedPath } from '@/operations/catalog/pathPage'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { pathPath } from '@/domain/pages/addresses'

/** The learning paths of a school, below its courses; nothing where it has none. */
export const PathList = ({ paths }: { paths: readonly ListedPath[] }) => {
  const t = useTranslations('path')

  return paths.length === 0 ? null : (
    <Section space="small">
      <Container className="flex flex-col gap-6">
        <Heading level={2}>{t('title')}</Heading>
        <ul className="grid gap-6 md:grid-cols-2 lg:grid-cols-3">
          {paths.map(({ slug, courses, summary, title }) => (
            <li className="flex flex-col gap-1 rounded-card border border-line p-6" key={slug}>
              <TextLink
                className="inline-flex min-h-target items-center text-lg font-semibold"
                href={pathPath(slug)}
                prefetch={false}
                variant="plain"
              >
                <bdi>{title}</bdi>
              </TextLink>
              {summary && (
                <Text dir="auto" size="small" tone="muted">
                  {summary}
                </Text>
              )}
              <Text size="small">{t('courses', { count: courses })}</Text>
            </li>
          ))}
        </ul>
      </Container>
    </Section>
  )
}
