'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { Waiting, WaitingPage } from '@/operations/learning/gradingQueue'

import type { GRADING_WORDS } from './words'

type Words = (typeof GRADING_WORDS)['en']

/** The attempts that wait, or that were graded and what they are worth, in the order of the page; of all courses or one. */
export const GradingList = ({
  course,
  isBusy,
  language,
  onCourse,
  onOpen,
  page: { attempts, courses },
  words,
}: {
  course: string
  isBusy: boolean
  language: string
  onCourse: (course: string) => void
  onOpen: (row: Waiting) => void
  page: WaitingPage
  words: Words
}) => {
  const field = useId()
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (courses.length === 0) {
    return <p>{words.none}</p>
  }

  return (
    <>
      {courses.length > 1 && (
        <div className="field-type">
          <label className="field-label" htmlFor={field}>
            {words.course}
          </label>
          <select
            disabled={isBusy}
            id={field}
            onChange={({ target }) => onCourse(target.value)}
            value={course}
          >
            <option value="">
              {words.all(courses.reduce((sum, { waiting }) => sum + waiting, 0))}
            </option>
            {courses.map(({ id, title, waiting }) => (
              <option key={id} value={id}>
                {title} ({waiting})
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="table lectern-records">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.learner}</th>
              <th scope="col">{words.quiz}</th>
              <th scope="col">{words.course}</th>
              <th scope="col">{words.since}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {attempts.map((row) => (
              <tr key={row.id}>
                <th data-label={words.learner} scope="row">
                  <bdi>{row.learner}</bdi>
                </th>
                <td data-label={words.quiz}>
                  <bdi>{row.lesson}</bdi>
                </td>
                <td data-label={words.course}>
                  <bdi>{row.course.title}</bdi>
                </td>
                <td data-label={words.since}>
                  {time.format(new Date(row.markedAt ?? row.submittedAt))}
                  {row.markedAt && ` · ${String(Math.floor(row.percent))}%`}
                </td>
                <td>
                  <Button
                    aria-label={`${words.grade}: ${row.learner}, ${row.lesson}`}
                    buttonStyle="secondary"
                    disabled={isBusy}
                    margin={false}
                    onClick={() => onOpen(row)}
                    size="medium"
                  >
                    {words.grade}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
