'use client'

import { Button, FieldLabel, toast, useFormFields, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { Explained } from '@/operations/learning/explain'

import type { OpenWords } from './enrollments/openWords'

import { useOpenWords } from './enrollments/openWords'
import { useExplained } from './enrollments/useExplained'

type Lesson = Explained['sections'][number]['lessons'][number]

const HELD = ['after', 'grade', 'notYet']

const tell = (
  { because, lock, needs, opensAt }: Lesson,
  { language, words, zone }: { language: string; words: OpenWords; zone: string },
): string => {
  if (!lock) {
    return words.because[because ?? 'enrolled']
  }
  const title = needs?.title ?? ''
  switch (lock) {
    case 'after':
      return words.locks.after(title)
    case 'grade':
      return words.locks.grade(title, needs?.percent ?? 0)
    case 'notYet':
      return words.locks.notYet(
        new Intl.DateTimeFormat(language, {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: zone,
        }).format(new Date(opensAt ?? 0)),
      )
    default:
      return words.locks[lock]
  }
}

/** For the learner of this enrollment: which lessons are open, and why, or why not; opens those that rules hold back. */
export const WhatIsOpen = () => {
  const course = useFormFields(([fields]) => fields.course?.value)
  const learner = useFormFields(([fields]) => fields.learner?.value)
  const { i18n } = useTranslation()
  const words = useOpenWords()
  const { explained, look } = useExplained({ course, learner })
  const [reason, setReason] = useState('')
  const [notifies, setNotifies] = useState(true)
  const field = useId()
  if (!explained) {
    return null
  }
  const { sections, timeZone: zone } = explained
  const held = sections.flatMap(({ lessons }) =>
    lessons.filter(({ lock }) => HELD.includes(String(lock))),
  )
  const open = async (lessons: string[]) => {
    if (!reason.trim()) {
      toast.error(words.reasonFirst)

      return
    }
    const answer = await fetch(`/api/courses/${String(course)}/releases`, {
      body: JSON.stringify({ learners: [learner], lessons, notifies, reason }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    }).catch(() => null)
    if (answer?.ok) {
      toast.success(words.opened)
    } else {
      toast.error(words.failed)
    }
    await look()
  }

  return (
    <section className="field-type lectern-open">
      <FieldLabel label={words.label} />
      <p>
        {words.hint} {words.zone(zone)}
      </p>
      {held.length > 0 && (
        <div className="lectern-open__reason">
          <label htmlFor={field}>{words.reason}</label>
          <input
            id={field}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            value={reason}
          />
          <label>
            <input
              checked={notifies}
              onChange={({ target }) => setNotifies(target.checked)}
              type="checkbox"
            />{' '}
            {words.notifies}
          </label>
          <Button
            buttonStyle="secondary"
            onClick={() => void open(held.map(({ id }) => id))}
            size="small"
          >
            {words.openAll}
          </Button>
        </div>
      )}
      {sections.length === 0 && <p>{words.none}</p>}
      {sections.map(({ id, lessons, title }) => (
        <div key={id}>
          <h4>{title}</h4>
          <ul>
            {lessons.map((lesson) => (
              <li data-lock={lesson.lock ?? undefined} key={lesson.id}>
                <span>{lesson.title}</span>
                <span>{tell(lesson, { language: i18n.language, words, zone })}</span>
                {HELD.includes(String(lesson.lock)) && (
                  <Button
                    aria-label={words.openLesson(lesson.title)}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => void open([lesson.id])}
                    size="small"
                  >
                    {words.open}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
