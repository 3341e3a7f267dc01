import type { HeroBlock } from '@payload-types'

import { getTranslations } from 'next-intl/server'

import { Price } from '@/components/commerce/Price'
import { PictureImage } from '@/components/media/PictureImage'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { cn } from '@/components/ui/classes'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { pictureOf } from '@/domain/media/pictures'

import type { BlockProps } from '../props'

import { courseFor } from '../courses'

/** The opening of a page: one promise, one sentence, the price and the button, above the fold on a phone. */
export const Hero = async ({
  block: { buttonLabel, course: named, detail, image, promise },
  isLead,
  school,
}: BlockProps<HeroBlock>) => {
  const t = await getTranslations('home')
  const course = await courseFor(school, named)
  const picture = pictureOf(image)

  return (
    <Section space="none">
      <Container
        className={cn(
          'grid items-center gap-8 py-12 md:py-16 lg:gap-16 lg:py-24',
          picture && 'lg:grid-cols-2',
        )}
      >
        <Stack className={picture ? undefined : 'max-w-3xl'} gap={6}>
          <Heading dir="auto" level={isLead ? 1 : 2} size="display">
            {promise}
          </Heading>
          {detail && (
            <Text dir="auto" size="lead" tone="muted">
              {detail}
            </Text>
          )}
          <Stack className="pt-2" gap={4} row>
            <ButtonLink href={course ? `/courses/${course.slug}` : '/courses'} size="large">
              {buttonLabel || t(course ? 'toCourse' : 'allCourses')}
            </ButtonLink>
            {course?.price && <Price className="text-lg font-semibold" {...course.price} />}
          </Stack>
        </Stack>
        {picture && (
          <PictureImage
            className="aspect-4/3 rounded-card object-cover"
            eager={isLead}
            picture={picture}
            sizes="(min-width: 1024px) 530px, 100vw"
          />
        )}
      </Container>
    </Section>
  )
}
