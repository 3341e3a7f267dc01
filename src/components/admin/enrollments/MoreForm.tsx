'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState, type FormEvent } from 'react'

import { MOST_ATTEMPTS, MOST_FACTOR, MOST_MINUTES } from '@/domain/learning/allowances'

import type { DeskWords } from './deskWords'

import { Field } from './DeskField'

type Quiz = { id: string; title: string }

const MOST_QUIZZES = 500

const useQuizzes = (): Quiz[] => {
  const [quizzes, setQuizzes] = useState<Quiz[]>([])
  useEffect(() => {
    let isCurrent = true
    void fetch(`/api/quizzes?depth=0&limit=${MOST_QUIZZES}&select[title]=true&sort=title`)
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { docs: Quiz[] }).docs : []))
      .then((found) => isCurrent && setQuizzes(found))
      .catch(() => undefined)

    return () => {
      isCurrent = false
    }
  }, [])

  return quizzes
}

const number = (form: FormData, name: string): number => Number(form.get(name) ?? 0)

/** More time and attempts in quizzes for everybody who is selected. */
export const MoreForm = ({
  ids,
  onClose,
  onDone,
  words,
}: {
  ids: readonly string[]
  onClose: () => void
  onDone: () => void
  words: DeskWords
}) => {
  const quizzes = useQuizzes()
  const [isBusy, setBusy] = useState(false)
  const send = async (form: FormData) => {
    const answer = await fetch('/api/enrollments/allowances', {
      body: JSON.stringify({
        attempts: number(form, 'attempts'),
        enrollments: ids,
        factor: number(form, 'factor'),
        minutes: number(form, 'minutes'),
        quiz: form.get('quiz') || null,
        reason: form.get('reason'),
      }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    if (!answer.ok) {
      throw new Error(`${answer.status}`)
    }
    toast.success(words.done(((await answer.json()) as { allowed: number }).allowed))
    onDone()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    void send(new FormData(event.currentTarget))
      .catch(() => toast.error(words.failed))
      .finally(() => setBusy(false))
  }

  return (
    <form className="lectern-release lectern-desk__form" onSubmit={submit}>
      <p>{words.moreHint}</p>
      <Field label={words.quiz}>
        <select name="quiz">
          <option value="">{words.allQuizzes}</option>
          {quizzes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words.factor}>
        <input
          defaultValue={1}
          max={MOST_FACTOR}
          min={1}
          name="factor"
          required
          step={0.05}
          type="number"
        />
      </Field>
      <Field label={words.minutes}>
        <input defaultValue={0} max={MOST_MINUTES} min={0} name="minutes" required type="number" />
      </Field>
      <Field label={words.attempts}>
        <input
          defaultValue={0}
          max={MOST_ATTEMPTS}
          min={0}
          name="attempts"
          required
          type="number"
        />
      </Field>
      <Field label={words.reason}>
        <textarea dir="auto" maxLength={1000} name="reason" required rows={2} />
      </Field>
      <div className="lectern-desk__buttons">
        <Button disabled={isBusy} margin={false} type="submit">
          {words.actions.more}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
