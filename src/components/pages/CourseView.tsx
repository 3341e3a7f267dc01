import { useTranslations } from 'next-intl'

import { shortCode, shortPath } from '@/domain/certificates/shortCodes'
import type { CoursePage } from '@/operations/catalog/coursePage'
import type { CourseOffer } from '@/operations/commerce/courseOffers'
import type { CourseReviews } from '@/operations/learning/courseReviews'
import type { Teacher } from '@/operations/pages/instructorPage'
import type { ListedCourse } from '@/operations/pages/listedCourses'

import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import { CourseCover } from '../catalog/CourseCover'
import { CourseFacts } from '../catalog/CourseFacts'
import { CourseRating } from '../catalog/CourseRating'
import { PurchaseCard } from '../commerce/PurchaseCard'
import { Reviews } from '../learning/reviews/Reviews'
import { CourseParts } from './CourseParts'
import { CourseTiles } from './CourseTiles'
import { Part } from './Part'
import { ShareLinks } from './ShareLinks'

/** A course as visitors read it: a reading column, and beside it the card that sells; on phones the card comes first. */
export const CourseView = ({
  category,
  course,
  hasCertificate,
  language,
  offers,
  related,
  reviews,
  teachers,
  url,
}: {
  /** The main category, named for the reader. */
  category: null | { href: string; name: string }
  course: CoursePage
  hasCertificate: boolean
  /** ISO 639-1; left out where it goes without saying. */
  language?: string
  offers: readonly CourseOffer[]
  related: readonly ListedCourse[]
  reviews: CourseReviews
  teachers: readonly Teacher[]
  /** Absolute address of this page. */
  url: string
}) => {
  const t = useTranslations()
  const { id, slug, cover, level, seconds, sections, summary, title } = course
  const lessons = sections.flatMap((section) => section.lessons)
  const { average, count } = reviews

  return (
    <Container className="grid gap-x-16 gap-y-8 pt-4 pb-section lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr_auto] lg:gap-y-12">
      <Stack className="max-w-reading" gap={4}>
        <Breadcrumb
          items={[
            { href: '/courses', label: t('shell.courses') },
            ...(category ? [{ href: category.href, label: <bdi>{category.name}</bdi> }] : []),
            { label: <bdi>{title}</bdi> },
          ]}
        />
        <Heading dir="auto" level={1}>
          {title}
        </Heading>
        {summary && (
          <Text dir="auto" size="lead" tone="muted">
            {summary}
          </Text>
        )}
        {average !== null && (
          <TextLink
            className="inline-flex min-h-target items-center self-start"
            href="#reviews"
            variant="plain"
          >
            <CourseRating rating={{ average, count }} />
          </TextLink>
        )}
        <CourseFacts language={language} lessons={lessons.length} level={level} seconds={seconds} />
        <Island
          name="ShareLinks"
          given={{ short: new URL(shortPath(shortCode(course.id)), url).href, title, url }}
          of={ShareLinks}
        />
      </Stack>
      <div className="lg:row-span-2">
        <div className="lg:sticky lg:top-8 lg:mt-14">
          <PurchaseCard
            bar
            course={slug}
            cover={
              <CourseCover
                className="max-lg:hidden"
                cover={cover}
                sizes="(min-width: 1024px) 352px, 1px"
                title={title}
              />
            }
            hasCertificate={hasCertificate}
            lessons={lessons.length}
            offers={offers}
          />
        </div>
      </div>
      <Stack className="max-w-reading" gap={16}>
        {cover && (
          <CourseCover
            className="rounded-card lg:hidden"
            cover={cover}
            sizes="(min-width: 1024px) 1px, 100vw"
            title={title}
          />
        )}
        <CourseParts course={course} teachers={teachers} />
        <Part id="reviews" title={t('reviews.title')}>
          <Reviews course={id} given={reviews} />
        </Part>
      </Stack>
      {related.length > 0 && (
        <div className="lg:col-span-2">
          <Part title={t('course.related')}>
            <CourseTiles courses={related} headingLevel={3} />
          </Part>
        </div>
      )}
    </Container>
  )
}
