import type { CallToActionBlock } from '@payload-types'

import { Price } from '@/components/commerce/Price'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { BlockProps } from '../props'

import { courseFor } from '../courses'

/** The promise once more, with one button. */
export const CallToAction = async ({
  block: { buttonLabel, course: named, detail, heading },
  school,
}: BlockProps<CallToActionBlock>) => {
  const course = await courseFor(school, named)

  return (
    <Section ground="accent">
      <Container className="text-center" size="reading">
        <Stack align="center" gap={6}>
          <Heading dir="auto" level={2} size="title">
            {heading}
          </Heading>
          {detail && (
            <Text dir="auto" size="lead">
              {detail}
            </Text>
          )}
          <Stack align="center" className="pt-2" gap={3}>
            <ButtonLink href={course ? `/courses/${course.slug}` : '/courses'} size="large">
              {buttonLabel}
            </ButtonLink>
            {course?.price && <Price {...course.price} />}
          </Stack>
        </Stack>
      </Container>
    </Section>
  )
}
