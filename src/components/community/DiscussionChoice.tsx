import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/Badge'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { OpenDiscussion } from '@/operations/community/fresh'
import type { DiscussedCourse } from '@/operations/community/place'

import { useFreshWords } from './useFreshWords'

/** The discussions of a course's cohorts, for those who look after all of them. */
export const DiscussionChoice = ({
  course,
  discussions,
}: {
  course: DiscussedCourse
  discussions: readonly OpenDiscussion[]
}) => {
  const t = useTranslations('discussion')
  const fresh = useFreshWords()

  return (
    <>
      <div className="flex flex-col gap-2">
        <Breadcrumb
          items={[{ href: `/courses/${course.slug}`, label: course.title }, { label: t('title') }]}
        />
        <Heading level={1}>{t('title')}</Heading>
        <Text tone="muted">{t('choose')}</Text>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {discussions.map((one) => (
          <li className="flex items-center justify-between gap-4 py-3" key={one.cohort}>
            <TextLink
              className="inline-flex min-h-target items-center wrap-anywhere"
              href={`/learn/${course.slug}/discussion?cohort=${one.cohort}`}
            >
              <bdi>{one.name}</bdi>
            </TextLink>
            {one.fresh > 0 && <Badge tone="info">{fresh(one.fresh)}</Badge>}
          </li>
        ))}
      </ul>
    </>
  )
}
