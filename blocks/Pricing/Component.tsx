import type { PricingBlock } from '@payload-types'

import { CourseFacts } from '@/components/catalog/CourseFacts'
import { PurchaseCard } from '@/components/commerce/PurchaseCard'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import type { BlockProps } from '../props'

import { courseFor, offersFor } from '../courses'

/** The offers of a course with the button to buy; nothing while the course is not published. */
export const Pricing = async ({
  block: { course: named, heading, note },
  isJoined,
  school,
}: BlockProps<PricingBlock>) => {
  const course = await courseFor(school, named)
  if (!course) {
    return null
  }
  const { id, slug, lessons, level, seconds, summary, title } = course

  return (
    <Section className={isJoined ? 'pt-0' : undefined} id="price">
      <Container className="grid items-center gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-16">
        <Stack gap={4}>
          <Heading dir="auto" level={2} size="title">
            {heading || title}
          </Heading>
          {summary && (
            <Text dir="auto" size="lead" tone="muted">
              {summary}
            </Text>
          )}
          <CourseFacts lessons={lessons} level={level} seconds={seconds} />
          {heading && (
            <Text>
              <TextLink href={`/courses/${slug}`}>
                <bdi>{title}</bdi>
              </TextLink>
            </Text>
          )}
        </Stack>
        <Stack gap={3}>
          <PurchaseCard
            course={slug}
            hasCertificate={school.features.certificates}
            lessons={lessons}
            offers={await offersFor(school, id)}
          />
          {note && (
            <Text className="text-center" dir="auto" size="small" tone="muted">
              {note}
            </Text>
          )}
        </Stack>
      </Container>
    </Section>
  )
}
