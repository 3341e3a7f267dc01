import { useTranslations } from 'next-intl'

import type { ListedCourse } from '@/operations/pages/listedCourses'

import { Card } from '@/components/ui/Card'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import { CourseCover } from '../catalog/CourseCover'
import { CourseFacts } from '../catalog/CourseFacts'
import { CourseRating } from '../catalog/CourseRating'
import { Price } from '../commerce/Price'

/** A course in a grid: cover, title, what it is about, how long and how much. All of it leads to the course. */
export const CourseTile = ({
  course: { slug, cover, lessons, level, price, rating, seconds, summary, title },
  eager = false,
  headingLevel,
}: {
  course: ListedCourse
  eager?: boolean
  headingLevel: 2 | 3
}) => {
  const t = useTranslations('course')

  return (
    <Card asChild linked padding="none">
      <article className="flex h-full flex-col">
        <CourseCover
          cover={cover}
          eager={eager}
          sizes="(min-width: 1024px) 360px, (min-width: 640px) 50vw, 100vw"
          title={title}
        />
        <div className="flex flex-1 flex-col gap-3 p-4 md:p-6">
          <Heading level={headingLevel} size="small">
            <TextLink href={`/courses/${slug}`} variant="plain">
              <bdi>{title}</bdi>
            </TextLink>
          </Heading>
          {rating && <CourseRating rating={rating} />}
          {summary && (
            <Text className="line-clamp-3" dir="auto" tone="muted">
              {summary}
            </Text>
          )}
          <div className="mt-auto flex items-end justify-between gap-4 pt-3">
            <CourseFacts lessons={lessons} level={level} seconds={seconds} />
            {price ? (
              <Price className="shrink-0 font-semibold" {...price} />
            ) : (
              <Text as="span" className="shrink-0" size="small" tone="muted">
                {t('notForSale')}
              </Text>
            )}
          </div>
        </div>
      </article>
    </Card>
  )
}
