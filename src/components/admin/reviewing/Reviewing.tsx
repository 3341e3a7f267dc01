'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, type KeyboardEvent } from 'react'

import type { ReviewPage, ToReview } from '@/domain/learning/assignments/review'

import type { Filter } from './api'
import type { Typed } from './typed'

import { wordsIn } from '../words'
import { answerTo, decideOn, readReview, readReviews, sendRecording } from './api'
import { Review } from './Review'
import { ReviewList } from './ReviewList'
import { givenOf, typedOf } from './typed'
import { REVIEW_WORDS } from './words'

/** What was typed about submissions that are not decided yet, for as long as the page stands open. */
type Drafts = Readonly<Record<string, { reply: string; typed: Typed }>>

const CONFLICT = 409

/** Work that waits for a grader, and one of it open to be read, graded or given back; deciding goes on to the next. */
export const Reviewing = ({ first }: { first: ReviewPage }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, REVIEW_WORDS)
  const router = useRouter()
  const [page, setPage] = useState(first)
  const [filter, setFilter] = useState<Filter>({ isLate: false, lesson: '' })
  const [open, setOpen] = useState<null | ToReview>(null)
  const [drafts, setDrafts] = useState<Drafts>({})
  const [isTaken, setTaken] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [share, setShare] = useState<null | number>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  const busy = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } finally {
      setBusy(false)
    }
  }
  const reload = async (by: Filter): Promise<ReviewPage | null> => {
    const said = await readReviews(by)
    if (!said.ok) {
      toast.error(words.failed)

      return null
    }
    setPage(said.value)

    return said.value
  }
  const begin = async (id: string): Promise<null | ToReview> => {
    const said = await readReview(id)
    if (!said.ok) {
      toast.error(words.failed)

      return null
    }
    setTaken(false)
    setOpen(said.value)
    heading.current?.focus()

    return said.value
  }
  const leave = async () => {
    setOpen(null)
    await reload(filter)
  }
  const goOn = async (from: string) => {
    const fresh = await reload(filter)
    const at = fresh?.submissions.findIndex(({ id }) => id === from) ?? -1
    const next = fresh?.submissions[at + 1]
    if (next) {
      await begin(next.id)
    } else {
      setOpen(null)
    }
  }
  const forget = (id: string) =>
    setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([one]) => one !== id)))

  const draft = open && (drafts[open.id] ?? { reply: '', typed: typedOf(open) })
  const change = (part: { reply?: string; typed?: Typed }) => {
    if (open && draft) {
      setDrafts((all) => ({ ...all, [open.id]: { ...draft, ...part } }))
    }
  }
  const decide = async (action: 'grade' | 'return', version = open?.version) => {
    const given = open && draft && givenOf(draft.typed, open.assignment.points)
    if (!open || !given || version === undefined) {
      return
    }
    const again = (action === 'return' && draft.typed.again) || null
    const said = await decideOn(open.id, { action, again, ...given, version })
    if (!said.ok) {
      setTaken(said.status === CONFLICT)
      toast.error(said.status === CONFLICT ? words.taken : words.failed)

      return
    }
    const { worth } = said.value
    toast.success(
      action === 'grade' && worth ? words.done(worth.percent, worth.passed) : words.returned,
    )
    forget(open.id)
    router.refresh()
    await goOn(open.id)
  }
  const saveMine = async () => {
    const fresh = open && (await readReview(open.id))
    if (fresh?.ok) {
      setTaken(false)
      await decide('grade', fresh.value.version)
    }
  }
  const send = async () => {
    if (!open || !draft) {
      return
    }
    const said = await answerTo(open.id, draft.reply.trim())
    if (said.ok) {
      change({ reply: '' })
      await begin(open.id)
    } else {
      toast.error(words.failed)
    }
  }
  const record = async (file: Blob): Promise<boolean> => {
    if (!open) {
      return false
    }
    setShare(0)
    const said = await sendRecording(open.id, { file, onProgress: setShare })
    setShare(null)
    if (said.ok) {
      await begin(open.id)
    } else {
      toast.error(said.code === 'fileNotAccepted' ? words.wrongFile : words.failed)
    }

    return said.ok
  }
  const more = async () => {
    const said = await readReviews(filter, page.next)
    if (said.ok) {
      setPage({ ...said.value, submissions: [...page.submissions, ...said.value.submissions] })
    } else {
      toast.error(words.failed)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || isBusy) {
      return
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void busy(() => decide('grade'))
    } else if (event.altKey && event.code === 'KeyN') {
      event.preventDefault()
      void busy(() => goOn(open.id))
    }
  }

  return (
    <section aria-busy={isBusy} className="lectern-grading" onKeyDown={onKeyDown}>
      <h3 ref={heading} tabIndex={-1}>
        {words.heading}
      </h3>
      {open && draft ? (
        <>
          <div className="lectern-grading-foot">
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => void busy(leave)}
            >
              {words.back}
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => void busy(() => goOn(open.id))}
            >
              {words.next}
            </Button>
          </div>
          <Review
            isBusy={isBusy}
            isTaken={isTaken}
            key={open.id}
            language={i18n.language}
            onDecide={(action) => void busy(() => decide(action))}
            onMine={() => void busy(saveMine)}
            onRecord={async (file) => {
              setBusy(true)
              try {
                return await record(file)
              } finally {
                setBusy(false)
              }
            }}
            onSend={() => void busy(send)}
            onTheirs={() => {
              forget(open.id)
              void busy(() => begin(open.id))
            }}
            onType={(typed) => change({ typed })}
            onWrite={(reply) => change({ reply })}
            reply={draft.reply}
            review={open}
            share={share}
            typed={draft.typed}
            words={words}
          />
        </>
      ) : (
        <>
          <ReviewList
            filter={filter}
            isBusy={isBusy}
            language={i18n.language}
            onFilter={(by) => {
              setFilter(by)
              void busy(() => reload(by))
            }}
            onOpen={({ id }) => void busy(() => begin(id))}
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
      <h3>{words.allSubmissions}</h3>
    </section>
  )
}
