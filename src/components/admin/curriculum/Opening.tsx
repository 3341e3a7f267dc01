'use client'

import { Gutter, SetDocumentStepNav, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { readCurriculum, Refused } from './api'
import { Builder } from './Builder'
import { useWords } from './words'

const ROWS = 6

type Found = 'failed' | 'forbidden' | 'gone' | 'looking' | CurriculumTree

const reasonOf = (error: unknown): Found => {
  const code = error instanceof Refused ? error.code : ''

  return code === 'forbidden' ? 'forbidden' : code === 'notFound' ? 'gone' : 'failed'
}

/** The tab of a course with its curriculum, as it is opened: found at once, looked for, or not to be had. */
export const Opening = ({
  course,
  initial,
}: {
  course: string
  initial: CurriculumTree | null
}) => {
  const words = useWords()
  const { id } = useDocumentInfo()
  const { labels } = useConfig().getEntityConfig({ collectionSlug: 'courses' })
  const [found, setFound] = useState<Found>(initial ?? 'looking')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const show = (next: Found) => isCurrent && setFound(next)
    if (!initial || turn > 0) {
      readCurriculum(course).then(show, (error: unknown) => show(reasonOf(error)))
    }

    return () => {
      isCurrent = false
    }
  }, [course, initial, turn])
  const look = () => {
    setFound('looking')
    setTurn((before) => before + 1)
  }

  return (
    <>
      <SetDocumentStepNav
        collectionSlug="courses"
        id={id}
        pluralLabel={labels?.plural}
        useAsTitle="title"
        view={words.title}
      />
      {typeof found === 'object' ? (
        <Builder tree={found} />
      ) : (
        <Gutter className="lectern-build">
          {found === 'looking' ? (
            <div aria-busy className="lectern-build__skeleton">
              {Array.from({ length: ROWS }, (_, at) => (
                <i key={at} />
              ))}
            </div>
          ) : (
            <div className="lectern-build__empty" role="alert">
              <p>
                {found === 'forbidden'
                  ? words.forbidden
                  : found === 'gone'
                    ? words.notHere
                    : words.serverError}
              </p>
              {found === 'failed' && (
                <button className="lectern-build__button" onClick={look} type="button">
                  {words.reload}
                </button>
              )}
            </div>
          )}
        </Gutter>
      )}
    </>
  )
}
