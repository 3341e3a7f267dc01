'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState, type FormEvent } from 'react'

import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { readCurriculum } from '../curriculum/api'

import type { DeskWords } from './deskWords'

type Enrollment = { course: string; id: string; learner: string }
type Held = { id: string; title: string }

const heldBack = ({ sections }: CurriculumTree): Held[] =>
  sections.flatMap(({ lessons, release }) =>
    lessons.filter((lesson) => release ?? lesson.release).map(({ id, title }) => ({ id, title })),
  )

const readEnrollments = async (ids: readonly string[]): Promise<Enrollment[]> => {
  const asked = new URLSearchParams({ depth: '0', limit: '500', 'where[id][in]': ids.join(',') })
  const answer = await fetch(`/api/enrollments?${asked}`)

  return answer.ok ? ((await answer.json()) as { docs: Enrollment[] }).docs : []
}

/** The enrollments that are selected, and the lessons that rules hold back where all are of one course. */
const useSelected = (ids: readonly string[]) => {
  const [read, setRead] = useState<{ enrollments: Enrollment[]; held: Held[] }>({
    enrollments: [],
    held: [],
  })
  const key = ids.join(',')
  useEffect(() => {
    let isCurrent = true
    const look = async () => {
      const enrollments = await readEnrollments(key.split(','))
      const [course, ...others] = new Set(enrollments.map((one) => one.course))
      const tree = course && others.length === 0 ? await readCurriculum(course) : null
      if (isCurrent) {
        setRead({ enrollments, held: tree ? heldBack(tree) : [] })
      }
    }
    void look().catch(() => undefined)

    return () => {
      isCurrent = false
    }
  }, [key])

  return read
}

const send = async (
  course: string,
  body: { learners: string[]; lessons?: string[]; notifies: boolean; reason: string },
): Promise<number> => {
  const answer = await fetch(`/api/courses/${course}/releases`, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  if (!answer.ok) {
    throw new Error(`${answer.status}`)
  }

  return ((await answer.json()) as { learners: number }).learners
}

/** Opens lessons that rules hold back to everybody who is selected: those that are ticked, or all of them. */
export const OpenForm = ({
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
  const { enrollments, held } = useSelected(ids)
  const [isBusy, setBusy] = useState(false)
  const open = async (form: FormData) => {
    const reason = form.get('reason')
    const lessons = form.getAll('lesson').map(String)
    const groups = Map.groupBy(enrollments, ({ course }) => course)
    let count = 0
    for (const [course, members] of groups) {
      count += await send(course, {
        learners: members.map(({ learner }) => learner),
        ...(lessons.length > 0 && { lessons }),
        notifies: form.get('notifies') === 'on',
        reason: typeof reason === 'string' ? reason : '',
      })
    }
    toast.success(words.done(count))
    onDone()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    void open(new FormData(event.currentTarget))
      .catch(() => toast.error(words.failed))
      .finally(() => setBusy(false))
  }

  return (
    <form className="lectern-release lectern-desk__form" onSubmit={submit}>
      <p>{words.openHint}</p>
      {held.map(({ id, title }) => (
        <label className="lectern-desk__check" key={id}>
          <input name="lesson" type="checkbox" value={id} /> {title}
        </label>
      ))}
      <label>
        <span>{words.reason}</span>
        <textarea dir="auto" maxLength={500} name="reason" required rows={2} />
      </label>
      <label className="lectern-desk__check">
        <input defaultChecked name="notifies" type="checkbox" /> {words.notifies}
      </label>
      <div className="lectern-desk__buttons">
        <Button disabled={isBusy || enrollments.length === 0} margin={false} type="submit">
          {words.actions.open}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
