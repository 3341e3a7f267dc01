'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import type { Waiting, WaitingPage } from '@/operations/learning/gradingQueue'
import type { MarkedAttempt } from '@/operations/learning/markedAttempt'

import type { GivenMarks } from './api'
import type { GRADING_WORDS } from './words'

import { changeMarks, readMarks, readQueue } from './api'
import { GradingList } from './GradingList'
import { MarkedForm } from './MarkedForm'

type Open = { attempt: MarkedAttempt; row: Waiting }

/** What was graded by hand, the last first, once it is asked for; the marks of one can be changed with a reason. */
export const Graded = ({
  language,
  words,
}: {
  language: string
  words: (typeof GRADING_WORDS)['en']
}) => {
  const router = useRouter()
  const [page, setPage] = useState<null | WaitingPage>(null)
  const [course, setCourse] = useState('')
  const [open, setOpen] = useState<null | Open>(null)
  const [isBusy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)

  const busy = (work: () => Promise<void>) => {
    setBusy(true)
    void work().finally(() => setBusy(false))
  }
  const load = async (of: string, after?: string) => {
    const said = await readQueue({ after, course: of, state: 'graded' })
    if (!said.ok) {
      toast.error(words.failed)

      return
    }
    setPage((held) =>
      after && held
        ? { ...said.value, attempts: [...held.attempts, ...said.value.attempts] }
        : said.value,
    )
  }
  const begin = async (row: Waiting) => {
    const said = await readMarks(row.id)
    if (said.ok) {
      setOpen({ attempt: said.value, row })
      heading.current?.focus()
    } else {
      toast.error(words.failed)
    }
  }
  const save = async ({ attempt, row }: Open, marks: GivenMarks, reason: string) => {
    const said = await changeMarks(attempt.id, { marks, reason, version: attempt.version })
    if (said.ok) {
      toast.success(words.done(Math.floor(said.value.percent), said.value.passed))
      setOpen(null)
      router.refresh()
      await load(course)
    } else if (said.status === 409) {
      toast.error(words.changedMeanwhile)
      await begin(row)
    } else {
      toast.error(words.failed)
    }
  }

  return (
    <section aria-busy={isBusy}>
      <h3 ref={heading} tabIndex={-1}>
        {words.gradedHeading}
      </h3>
      {open ? (
        <MarkedForm
          {...open}
          isBusy={isBusy}
          key={open.attempt.version}
          language={language}
          onLeave={() => setOpen(null)}
          onSave={(marks, reason) => busy(() => save(open, marks, reason))}
          words={words}
        />
      ) : page ? (
        <GradingList
          course={course}
          isBusy={isBusy}
          language={language}
          onCourse={(of) => {
            setCourse(of)
            busy(() => load(of))
          }}
          onOpen={(row) => busy(() => begin(row))}
          page={page}
          words={{
            ...words,
            grade: words.change,
            none: words.noneGraded,
            since: words.gradedAt,
          }}
        />
      ) : (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={() => busy(() => load(course))}
          size="medium"
        >
          {words.showGraded}
        </Button>
      )}
      {page?.next && !open && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={() => busy(() => load(course, page.next ?? undefined))}
          size="medium"
        >
          {words.more}
        </Button>
      )}
    </section>
  )
}
