import { useTranslations } from 'next-intl'

import type { Level } from '@/operations/catalog/courseCards'

import { cn } from '@/components/ui/classes'
import { Duration } from '@/components/ui/Duration'

/** Whom a course is for, how many lessons it has and how long they are (in seconds), in one line. */
export const CourseFacts = ({
  className,
  lessons,
  level,
  seconds,
}: {
  className?: string
  lessons: number
  level?: Level
  seconds: number
}) => {
  const t = useTranslations()
  const facts = [
    level && t(`course.levels.${level}`),
    lessons > 0 && t('common.lessons', { count: lessons }),
    seconds > 0 && <Duration key="length" seconds={seconds} />,
  ].filter(Boolean)

  return (
    <ul className={cn('flex flex-wrap text-sm text-muted', className)}>
      {facts.map((fact, place) => (
        <li
          className="not-last:after:px-2 not-last:after:text-subtle not-last:after:content-['·']"
          key={place}
        >
          {fact}
        </li>
      ))}
    </ul>
  )
}
