'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { ReviewPage, ReviewRow } from '@/domain/learning/assignments/review'

import type { Filter } from './api'
import type { ReviewWords } from './words'

/** Work that waits, the longest waiting first, of all assignments or one, late or any. */
export const ReviewList = ({
  filter,
  isBusy,
  language,
  onFilter,
  onOpen,
  page: { assignments, submissions },
  words,
}: {
  filter: Filter
  isBusy: boolean
  language: string
  onFilter: (filter: Filter) => void
  onOpen: (row: ReviewRow) => void
  page: ReviewPage
  words: ReviewWords
}) => {
  const field = useId()
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <>
      <div className="lectern-review-filter">
        <div className="field-type">
          <label className="field-label" htmlFor={field}>
            {words.assignment}
          </label>
          <select
            disabled={isBusy}
            id={field}
            onChange={({ target }) => onFilter({ ...filter, lesson: target.value })}
            value={filter.lesson}
          >
            <option value="">{words.all}</option>
            {assignments.map(({ id, course, title, waiting }) => (
              <option key={id} value={id}>
                {course} · {title} ({waiting})
              </option>
            ))}
          </select>
        </div>
        <label>
          <input
            checked={filter.isLate}
            disabled={isBusy}
            onChange={({ target }) => onFilter({ ...filter, isLate: target.checked })}
            type="checkbox"
          />{' '}
          {words.lateOnly}
        </label>
      </div>
      {submissions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="table lectern-records">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.learner}</th>
                <th scope="col">{words.assignment}</th>
                <th scope="col">{words.course}</th>
                <th scope="col">{words.since}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {submissions.map((row) => (
                <tr key={row.id}>
                  <th data-label={words.learner} scope="row">
                    <bdi>{row.learner}</bdi>
                  </th>
                  <td data-label={words.assignment}>
                    <bdi>{row.lesson.title}</bdi>
                  </td>
                  <td data-label={words.course}>
                    <bdi>{row.course.title}</bdi>
                  </td>
                  <td data-label={words.since}>
                    {[
                      time.format(new Date(row.since)),
                      ...(row.isReply ? [words.replied] : []),
                      ...(row.lateDays > 0 ? [words.late(row.lateDays)] : []),
                    ].join(' · ')}
                  </td>
                  <td>
                    <Button
                      aria-label={`${words.review}: ${row.learner}, ${row.lesson.title}`}
                      buttonStyle="secondary"
                      disabled={isBusy}
                      margin={false}
                      onClick={() => onOpen(row)}
                      size="medium"
                    >
                      {words.review}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
