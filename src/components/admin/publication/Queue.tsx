'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { WaitingCourse } from '@/operations/catalog/publication'

import { wordsIn } from '../words'
import { Panel } from './Panel'
import { PUBLICATION_WORDS } from './words'

/** The courses that wait to be approved, each with its checklist and the two answers to it; the first one open. */
export const Queue = ({ courses }: { courses: readonly WaitingCourse[] }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, PUBLICATION_WORDS)
  const router = useRouter()
  const [open, setOpen] = useState<null | string>(courses[0]?.id ?? null)
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <section className="lectern-approvals">
      <h3>{words.queue(courses.length)}</h3>
      {courses.length === 0 && <p>{words.none}</p>}
      {courses.map(({ id, author, note, since, title }) => (
        <details
          key={id}
          onToggle={({ currentTarget }) =>
            setOpen((before) => (currentTarget.open ? id : before === id ? null : before))
          }
          open={open === id}
        >
          <summary>
            <b dir="auto">{title}</b>{' '}
            <span>
              {author && (
                <>
                  <bdi>{author}</bdi>
                  {', '}
                </>
              )}
              {words.since(time.format(new Date(since)))}
            </span>
          </summary>
          {open === id && (
            <div className="lectern-publication">
              {note && <blockquote dir="auto">{note}</blockquote>}
              <p>
                <a href={`/admin/collections/courses/${id}`}>{words.open}</a>
              </p>
              <Panel course={id} isListOpen onTaken={() => router.refresh()} />
            </div>
          )}
        </details>
      ))}
      <h3>{words.allSteps}</h3>
    </section>
  )
}
