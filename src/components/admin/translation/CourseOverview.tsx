'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Overview } from '@/operations/translation/overview'

import { LOCALE_NAMES } from '@/components/ui/localeNames'

import type { TranslationWords } from './words'

import { readOverview } from './api'
import { ExtentBar } from './Extents'

const DEPTHS: Record<string, number> = { courses: 0, lessons: 2, quizzes: 3, sections: 1 }

/** How far a course is with all that belongs to it, and the way to each. */
export const CourseOverview = ({
  course,
  revision,
  words,
}: {
  course: string
  /** Changes whenever something of it was translated. */
  revision: string
  words: TranslationWords
}) => {
  const [overview, setOverview] = useState<Overview>()
  useEffect(() => {
    let isCurrent = true
    void readOverview(course).then((said) => {
      if (isCurrent && said.ok) {
        setOverview(said.value)
      }
    })

    return () => {
      isCurrent = false
    }
  }, [course, revision])
  if (!overview || overview.items.length < 2) {
    return null
  }

  return (
    <details className="lectern-overview">
      <summary>{words.course}</summary>
      <div className="lectern-overview__table" role="region" tabIndex={0} aria-label={words.course}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.whole}</th>
              {overview.languages.map((locale) => (
                <th key={locale} lang={locale} scope="col">
                  {LOCALE_NAMES[locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overview.items.map(({ id, collection, extents, title }) => (
              <tr key={id}>
                <th data-depth={DEPTHS[collection]} scope="row">
                  <Link href={`/admin/collections/${collection}/${id}/translations`}>
                    <bdi>{title}</bdi>
                  </Link>
                </th>
                {overview.languages.map((locale) => {
                  const extent = extents[locale]

                  return (
                    <td key={locale}>
                      {extent && (
                        <ExtentBar
                          extent={extent}
                          label={`${title}, ${LOCALE_NAMES[locale]}`}
                          words={words}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
