import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { CourseNews } from '@/operations/learning/pressing'

/** What teachers wrote to the learners of their courses lately, the newest first. */
export const NewsList = ({ news, timeZone }: { news: readonly CourseNews[]; timeZone: string }) => {
  const t = useTranslations('dashboard')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('news')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {news.map(({ id, at, author, course, message }) => (
          <li className="flex flex-col gap-1 py-4" key={id}>
            <TextLink
              className="inline-flex min-h-target items-center self-start font-semibold"
              href={`/learn/${course.slug}`}
              prefetch={false}
              variant="plain"
            >
              {course.title}
            </TextLink>
            <p className="max-w-prose whitespace-pre-wrap wrap-anywhere" dir="auto">
              {message}
            </p>
            <Text size="small" tone="muted">
              {author && (
                <>
                  <bdi>{author}</bdi>
                  {' · '}
                </>
              )}
              <Island
                name="DateTime"
                given={{ show: 'dateTime', timeZone, value: at }}
                of={DateTime}
              />
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
