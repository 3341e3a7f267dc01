import { Award } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { PathPage } from '@/operations/catalog/pathPage'
import type { CourseOffer } from '@/operations/commerce/courseOffers'
import type { ListedCourse } from '@/operations/pages/listedCourses'

import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Card } from '@/components/ui/Card'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Money } from '@/components/ui/Money'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { checkoutPath } from '@/domain/commerce/paths'

import { CourseCover } from '../../catalog/CourseCover'
import { Part } from '../Part'
import { ShareLinks } from '../ShareLinks'
import { PathDesk } from './PathDesk'
import { PathSteps } from './PathSteps'

/** A path as visitors read it: what it leads to, its steps, and beside them how to join and how far one is. */
export const PathView = ({
  bundles,
  courses,
  hasCertificate,
  path,
  url,
}: {
  /** Offers that open several of its courses at once, and nothing else. */
  bundles: readonly CourseOffer[]
  /** Its courses that are shown. */
  courses: readonly ListedCourse[]
  hasCertificate: boolean
  path: PathPage
  /** Absolute address of this page. */
  url: string
}) => {
  const t = useTranslations()
  const { id, slug, cover, description, steps, summary, title } = path
  const shown = steps.filter(({ course }) => courses.some((one) => one.id === course))
  const titles = Object.fromEntries(courses.map((course) => [course.id, course.title]))

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
        <Text tone="muted">{t('path.courses', { count: shown.length })}</Text>
        <Island name="ShareLinks" given={{ title, url }} of={ShareLinks} />
      </Stack>
      <div className="lg:row-span-2">
        <div className="lg:sticky lg:top-8 lg:mt-14">
          <Card padding="none">
            {cover && (
              <CourseCover cover={cover} sizes="(min-width: 1024px) 352px, 100vw" title={title} />
            )}
            <div className="flex flex-col gap-6 p-4 md:p-6">
              <Island name="PathDesk" given={{ slug, path: id }} of={PathDesk} />
              {bundles.map((offer) => (
                <div className="flex flex-col gap-2 border-t border-line pt-4" key={offer.id}>
                  <Text dir="auto" strong>
                    {offer.title}
                  </Text>
                  <Text size="small" tone="muted">
                    {t('path.bundle', { count: offer.courses.length })}
                  </Text>
                  <ButtonLink
                    href={checkoutPath({ offers: [offer.id] })}
                    prefetch={false}
                    variant="secondary"
                  >
                    <Money amount={offer.amount} currency={offer.currency} />
                  </ButtonLink>
                </div>
              ))}
              {hasCertificate && (
                <div className="flex items-center gap-3 border-t border-line pt-4 text-sm">
                  <Award aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
                  {t('path.certificate')}
                </div>
              )}
            </div>
          </Card>
        </div>
      </div>
      <Stack className="max-w-reading" gap={16}>
        {description && (
          <Text className="whitespace-pre-line" dir="auto" size="large">
            {description}
          </Text>
        )}
        <Part title={t('path.steps')}>
          <PathSteps courses={courses} steps={shown} titles={titles} />
        </Part>
      </Stack>
    </Container>
  )
}
