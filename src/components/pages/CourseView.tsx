import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { CoursePage } from '@/operations/catalog/coursePage'
import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { Avatar } from '@/components/ui/Avatar'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { CourseCover } from '../catalog/CourseCover'
import { CourseFacts } from '../catalog/CourseFacts'
import { Curriculum } from '../catalog/Curriculum'
import { FormattedText } from '../catalog/FormattedText'
import { Outcomes } from '../catalog/Outcomes'
import { PurchaseCard } from '../commerce/PurchaseCard'

/** A course as visitors read it: a reading column, and beside it the card that sells; on phones the card comes first. */
export const CourseView = ({
  course: { slug, cover, description, instructor, level, outcomes, sections, summary, title },
  hasCertificate,
  offers,
}: {
  course: CoursePage
  hasCertificate: boolean
  offers: readonly CourseOffer[]
}) => {
  const t = useTranslations()
  const lessons = sections.flatMap((section) => section.lessons)
  const seconds = lessons.reduce((sum, { duration }) => sum + (duration ?? 0), 0)

  return (
    <Container className="grid gap-x-16 gap-y-8 pt-4 pb-section lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-y-12">
      <Stack className="max-w-reading" gap={4}>
        <Breadcrumb
          items={[{ href: '/courses', label: t('shell.courses') }, { label: <bdi>{title}</bdi> }]}
        />
        <Heading dir="auto" level={1}>
          {title}
        </Heading>
        {summary && (
          <Text dir="auto" size="lead" tone="muted">
            {summary}
          </Text>
        )}
        <CourseFacts lessons={lessons.length} level={level} seconds={seconds} />
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
        {outcomes.length > 0 && (
          <Part title={t('course.outcomes')}>
            <Outcomes outcomes={outcomes} />
          </Part>
        )}
        {description && (
          <Part title={t('course.about')}>
            <FormattedText className="[&_h2]:text-xl" content={description} />
          </Part>
        )}
        {sections.length > 0 && (
          <Part title={t('course.curriculum')}>
            <Curriculum course={slug} sections={sections} />
          </Part>
        )}
        {instructor && (
          <Part title={t('course.teacher')}>
            <Stack align="center" gap={4} row>
              <Avatar name={instructor} size="large" />
              <Text size="large" strong>
                <bdi>{instructor}</bdi>
              </Text>
            </Stack>
          </Part>
        )}
      </Stack>
    </Container>
  )
}

const Part = ({ children, title }: { children: ReactNode; title: string }) => (
  <section className="flex flex-col gap-6">
    <Heading level={2}>{title}</Heading>
    {children}
  </section>
)
