'use client'

import { useField, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'
import type { ReleaseRule } from '@/domain/catalog/release'

import { readDates } from '@/domain/learning/cohorts'

import { readCurriculum } from './curriculum/api'
import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'

const WORDS = {
  en: {
    course: (at: string) => `For the others: ${at}`,
    failed: 'The lessons of the course could not be read. Reload the page and try again.',
    hint: (zone: string) =>
      `Sections and lessons with a fixed date, as the clock shows it in ${zone}. Days after enrollment count from the start of the cohort by themselves.`,
    none: 'No section or lesson of this course opens on a fixed date. Days after enrollment count from the start of the cohort.',
    title: 'Own dates',
  },
  he: {
    course: (at: string) => `לאחרים: ${at}`,
    failed: 'לא ניתן היה לקרוא את שיעורי הקורס. אפשר לטעון את הדף מחדש ולנסות שוב.',
    hint: (zone: string) =>
      `פרקים ושיעורים עם תאריך קבוע, לפי השעון ב־${zone}. ימים אחרי ההרשמה נספרים מעצמם מתחילת המחזור.`,
    none: 'אין בקורס הזה פרק או שיעור שנפתח בתאריך קבוע. ימים אחרי ההרשמה נספרים מתחילת המחזור.',
    title: 'תאריכים משלו',
  },
  ru: {
    course: (at: string) => `Для остальных: ${at}`,
    failed: 'Не удалось прочитать уроки курса. Обновите страницу и попробуйте снова.',
    hint: (zone: string) =>
      `Разделы и уроки с заданной датой, по часам в ${zone}. Дни после зачисления сами считаются от начала потока.`,
    none: 'Ни один раздел или урок этого курса не открывается в заданный день. Дни после зачисления считаются от начала потока.',
    title: 'Свои даты',
  },
}

type Dated = { at: string; id: string; isSection: boolean; title: string }

const datedIn = ({ sections }: CurriculumTree): Dated[] => {
  const one = (
    isSection: boolean,
    { id, release, title }: { id: string; release: null | ReleaseRule; title: string },
  ): Dated[] => (release?.kind === 'date' ? [{ id, at: release.at, isSection, title }] : [])

  return sections.flatMap((section) => [
    ...one(true, section),
    ...section.lessons.flatMap((lesson) => one(false, lesson)),
  ])
}

const useDated = (course: unknown): Dated[] | null | undefined => {
  const [read, setRead] = useState<{ course: string; dated: Dated[] | null }>()
  useEffect(() => {
    let isCurrent = true
    if (typeof course === 'string' && course) {
      void readCurriculum(course)
        .then((tree) => isCurrent && setRead({ course, dated: datedIn(tree) }))
        .catch(() => isCurrent && setRead({ course, dated: null }))
    }

    return () => {
      isCurrent = false
    }
  }, [course])

  return read?.course === course ? read?.dated : undefined
}

/** When what has a fixed date opens to this cohort: a clock time of the school for each, or the course's own where it is empty. */
export const CohortDates = ({ path, readOnly }: { path: string; readOnly?: boolean }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const { errorMessage, setValue, showError, value } = useField<unknown>({ path })
  const dated = useDated(useFormFields(([fields]) => fields.course?.value))
  const zone = useSchoolZone()
  const dates = readDates(value) ?? {}
  const clock = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const change = (id: string, at: string) => {
    const { [id]: before, ...others } = dates
    if (at || before) {
      setValue(at ? { ...others, [id]: at } : others)
    }
  }
  if (dated === undefined || !zone) {
    return null
  }

  return (
    <div className="field-type">
      <fieldset className="lectern-release lectern-dates" disabled={readOnly}>
        <legend>{words.title}</legend>
        <p>{dated === null ? words.failed : dated.length > 0 ? words.hint(zone) : words.none}</p>
        {dated?.map(({ id, at, isSection, title }) => (
          <label key={id}>
            <span className={isSection ? undefined : 'lectern-dates__lesson'}>
              <bdi>{title}</bdi>
            </span>
            <input
              dir="ltr"
              onChange={({ target }) => change(id, target.value)}
              type="datetime-local"
              value={dates[id] ?? ''}
            />
            <small>{words.course(clock.format(new Date(`${at}Z`)))}</small>
          </label>
        ))}
      </fieldset>
      {showError && <p role="alert">{errorMessage}</p>}
    </div>
  )
}
