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
