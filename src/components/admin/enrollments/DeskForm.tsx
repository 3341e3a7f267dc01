'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState, type FormEvent } from 'react'

import type { EnrollmentAction, Term } from '@/domain/learning/enrollmentChanges'

import { MOST_TERM_DAYS } from '@/domain/learning/enrollmentChanges'

import type { DeskWords } from './deskWords'

import { CohortField } from './CohortField'
import { Field } from './DeskField'

type Named = { id: string; title: string }
type Answer = {
  changed: number
  missing: { courses: { title: string }[]; email: string }[]
  unknown: string[]
}

type Refusal = { code?: string; left?: number }

const MOST_COURSES = 500

const useCourses = (isAsked: boolean): Named[] => {
  const [courses, setCourses] = useState<Named[]>([])
  useEffect(() => {
    let isCurrent = true
    if (isAsked) {
      void fetch(
        `/api/courses?depth=0&draft=true&limit=${MOST_COURSES}&select[title]=true&sort=title&joins=false`,
      )
        .then(async (answer) =>
          answer.ok ? ((await answer.json()) as { docs: Named[] }).docs : [],
        )
        .then((found) => isCurrent && setCourses(found))
        .catch(() => undefined)
    }

    return () => {
      isCurrent = false
    }
  }, [isAsked])

  return courses
}

/** What was written into a field of the form. */
const written = (form: FormData, name: string): string => {
  const value = form.get(name)

  return typeof value === 'string' ? value : ''
}

const termOf = (form: FormData): Term => {
  const kind = form.get('term')
  if (kind === 'days') {
    return { days: Number(form.get('days')) }
  }

  return kind === 'until' ? { until: new Date(written(form, 'until')).toISOString() } : 'forever'
}

const TermFields = ({ words }: { words: DeskWords }) => {
  const [kind, setKind] = useState('days')

  return (
    <>
      <Field label={words.term}>
        <select name="term" onChange={({ target }) => setKind(target.value)} value={kind}>
          <option value="days">{words.terms.days}</option>
          <option value="until">{words.terms.until}</option>
          <option value="forever">{words.terms.forever}</option>
        </select>
      </Field>
      {kind === 'days' && (
        <Field label={words.days}>
          <input
            defaultValue={30}
            max={MOST_TERM_DAYS}
            min={1}
            name="days"
            required
            type="number"
          />
        </Field>
      )}
      {kind === 'until' && (
        <Field label={words.until}>
          <input name="until" required type="datetime-local" />
        </Field>
      )}
    </>
  )
}

/** What one action asks of who takes it: whom, for how long, why, and whether the learners are told. */
export const DeskForm = ({
  action,
  course: own,
  enrollments,
  onClose,
  onDone,
  words,
}: {
  action: EnrollmentAction
  /** The course that this is about; one is chosen where it is left out. */
  course?: string
  enrollments: readonly string[]
  onClose: () => void
  onDone: () => void
  words: DeskWords
}) => {
  const courses = useCourses(action === 'enroll' && own === undefined)
  const [course, setCourse] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (form: FormData) => {
    const emails = written(form, 'emails')
      .split(/[\s,;]+/)
      .filter(Boolean)
    const answer = await fetch('/api/enrollments/changes', {
      body: JSON.stringify({
        action,
        notifies: form.get('notifies') === 'on',
        reason: form.get('reason'),
        ...(action === 'enroll'
          ? {
              course: own ?? form.get('course'),
              emails,
              ignoresPrerequisites: form.get('prerequisites') === 'on',
            }
          : { enrollments }),
        ...((action === 'enroll' || action === 'move') && {
          cohort: written(form, 'cohort') || null,
        }),
        ...((action === 'enroll' || action === 'extend') && { term: termOf(form) }),
      }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    }).catch(() => null)
    const said = answer?.ok ? ((await answer.json()) as Answer) : null
    if (!said) {
      const refusal = (await answer?.json().catch(() => null)) as null | Refusal
      toast.error(
        refusal?.code === 'cohortFull' ? words.cohortFull(refusal.left ?? 0) : words.failed,
      )

      return
    }
    if (said.unknown.length > 0) {
      toast.warning(words.unknown(said.unknown.join(', ')))
    }
    for (const { courses: before, email } of said.missing) {
      toast.warning(words.missing(email, before.map(({ title }) => title).join(', ')))
    }
    if (said.changed === 0) {
      if (said.unknown.length + said.missing.length === 0) {
        toast.info(words.done(0))
      }

      return
    }
    toast.success(words.done(said.changed))
    onDone()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    void send(new FormData(event.currentTarget)).finally(() => setBusy(false))
  }

  return (
    <form className="lectern-release lectern-desk__form" onSubmit={submit}>
      {action === 'enroll' && (
        <>
          {own === undefined && (
            <Field label={words.course}>
              <select name="course" onChange={({ target }) => setCourse(target.value)} required>
                {courses.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <CohortField course={own ?? course ?? courses[0]?.id ?? ''} words={words} />
          <Field label={words.emails}>
            <textarea dir="ltr" name="emails" required rows={4} />
          </Field>
          <label className="lectern-desk__check">
            <input name="prerequisites" type="checkbox" /> {words.prerequisites}
          </label>
        </>
      )}
      {action === 'move' && (
        <>
          <CohortField course={own} words={words} />
          <p>{words.moveHint}</p>
        </>
      )}
      {(action === 'enroll' || action === 'extend') && <TermFields words={words} />}
      <Field label={words.reason}>
        <textarea dir="auto" maxLength={1000} name="reason" required rows={2} />
      </Field>
      <label className="lectern-desk__check">
        <input defaultChecked name="notifies" type="checkbox" /> {words.notifies}
      </label>
      <div className="lectern-desk__buttons">
        <Button disabled={isBusy} margin={false} type="submit">
          {words.actions[action]}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
