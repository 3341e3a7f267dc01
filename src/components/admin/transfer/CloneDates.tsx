'use client'

import { useEffect, useState } from 'react'

import type { CourseDate } from '@/domain/catalog/transfer/shift'

import type { DatesOfClone } from './cloneApi'
import type { CloneWords } from './cloneWords'

import { readCloneDates } from './cloneApi'

/** A rest after which what is typed is asked, in ms. */
const REST = 250

/** The dates of a course as they are, and as they would be in a clone. */
export const CloneDates = ({
  course,
  days,
  language,
  words,
}: {
  course: string
  days: number
  language: string
  words: CloneWords
}) => {
  const [found, setFound] = useState<DatesOfClone | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void readCloneDates(course, days).then((said) => isCurrent && said && setFound(said))
    }, REST)

    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [course, days])
  const clock = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const shown = (at: string) => clock.format(new Date(`${at}:00Z`))
  if (!found) {
    return null
  }
  if (found.total === 0) {
    return <p>{words.noDates}</p>
  }

  return (
    <div className="table lectern-records">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.of}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {found.dates.map(({ after, before, kind, title }: CourseDate, place) => (
            <tr key={place}>
              <th data-label={words.of} scope="row">
                <bdi>{title}</bdi>: {words.kinds[kind]}
              </th>
              <td data-label={words.before}>{shown(before)}</td>
              <td data-label={words.after}>{shown(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.total > found.dates.length && <p>{words.more(found.total - found.dates.length)}</p>}
    </div>
  )
}
