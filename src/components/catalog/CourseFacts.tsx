import { useLocale, useTranslations } from 'next-intl'

import type { Level } from '@/domain/catalog/catalogQuery'

import { cn } from '@/components/ui/classes'
import { Duration } from '@/components/ui/Duration'
import { languageName } from '@/domain/catalog/languages'

/** Whom a course is for, how many lessons it has, how long it takes (in seconds) and in which language, in one line. */
export const CourseFacts = ({
  className,
  language,
  lessons,
  level,
  seconds,
}: {
  className?: string
  /** ISO 639-1. */
  language?: string
  lessons: number
  level?: Level
  seconds: number
}) => {
  const t = useTranslations()
  const locale = useLocale()
  const facts = [
    level && t(`course.levels.${level}`),
    lessons > 0 && t('common.lessons', { count: lessons }),
    seconds > 0 && <Duration key="length" seconds={seconds} />,
    language && t('course.language', { language: languageName(language, locale) }),
  ].filter(Boolean)

  return (
    // The points before the facts stand in a margin that is cut off, so that no line begins or ends with one.
    <div className={cn('overflow-x-clip text-sm text-muted', className)}>
      <ul className="-ms-4 flex flex-wrap">
        {facts.map((fact, place) => (
          <li
            className="relative ps-4 before:absolute before:start-0 before:w-4 before:text-center before:text-subtle before:content-['·']"
            key={place}
          >
            {fact}
          </li>
        ))}
      </ul>
    </div>
  )
}
