'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import type { Waiting, WaitingPage } from '@/operations/learning/gradingQueue'
import type { AttemptToGrade } from '@/operations/learning/attemptToGrade'

import type { GivenMarks } from './api'
import type { TypedMarks } from './MarkFields'

import { wordsIn } from '../words'
import { giveMarks, readAttempt, readQueue } from './api'
import { Graded } from './Graded'
import { GradingForm } from './GradingForm'
import { GradingList } from './GradingList'
import { GRADING_WORDS } from './words'

type Open = { attempt: AttemptToGrade; row: Waiting }

/**
 * What waits for a grader, oldest first, and one of it open to be graded; saving goes on to the next. What was typed
 * about an attempt stays for as long as the page is open.
 */
export const Grading = ({ first }: { first: WaitingPage }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, GRADING_WORDS)
  const router = useRouter()
  const [page, setPage] = useState(first)
  const [course, setCourse] = useState('')
  const [open, setOpen] = useState<null | Open>(null)
  const [drafts, setDrafts] = useState<Readonly<Record<string, TypedMarks>>>({})
  const [isBusy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)

  const busy = async <T,>(work: () => Promise<T>): Promise<T> => {
    setBusy(true)
    try {
      return await work()
    } finally {
      setBusy(false)
    }
  }
  const reload = async (of: string): Promise<readonly Waiting[]> => {
    const said = await readQueue({ course: of })
    if (!said.ok) {
      toast.error(words.failed)

      return []
    }
    setPage(said.value)

    return said.value.attempts
  }
  const begin = async (row: Waiting) => {
    const said = await readAttempt(row.id)
    if (said.ok) {
      setOpen({ attempt: said.value, row })
      heading.current?.focus()
    } else {
      setOpen(null)
      toast.error(said.status === 409 ? words.graded : words.failed)
      await reload(course)
    }
  }
  const more = async () => {
    const said = await readQueue({ after: page.next ?? undefined, course })
    if (said.ok) {
      setPage({ ...said.value, attempts: [...page.attempts, ...said.value.attempts] })
    } else {
      toast.error(words.failed)
    }
  }
  const save = async ({ attempt }: Open, marks: GivenMarks) => {
    const said = await giveMarks(attempt.id, marks)
    if (!said.ok && said.status !== 409) {
      toast.error(words.failed)

      return
    }
    if (said.ok) {
      toast.success(words.done(Math.floor(said.value.percent), said.value.passed))
    } else {
      toast.error(words.graded)
    }
    router.refresh()
    const [next] = await reload(course)
    if (next) {
      await begin(next)
    } else {
      setOpen(null)
    }
  }

  return (
    <section aria-busy={isBusy} className="lectern-grading">
      <h3 ref={heading} tabIndex={-1}>
        {words.heading}
      </h3>
      {open ? (
        <GradingForm
          {...open}
          isBusy={isBusy}
          key={open.attempt.id}
          onLeave={() => setOpen(null)}
          onType={(typed) => setDrafts((all) => ({ ...all, [open.attempt.id]: typed }))}
          onSave={(marks) => void busy(() => save(open, marks))}
          typed={drafts[open.attempt.id] ?? {}}
          words={words}
        />
      ) : (
        <>
          <GradingList
            course={course}
            isBusy={isBusy}
            language={i18n.language}
            onCourse={(of) => {
              setCourse(of)
              void busy(() => reload(of))
            }}
            onOpen={(row) => void busy(() => begin(row))}
            page={page}
            words={words}
          />
          {page.next && (
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              onClick={() => void busy(more)}
              size="medium"
            >
              {words.more}
            </Button>
          )}
        </>
      )}
      {!open && <Graded language={i18n.language} words={words} />}
      <h3>{words.allAttempts}</h3>
    </section>
  )
}
