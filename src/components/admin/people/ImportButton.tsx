'use client'

import { useId, useRef, useState } from 'react'

import type { DeskWords } from './deskWords'
import type { ShownJob } from './JobPanel'

/** Chooses a file of people and keeps it at the school, where it is looked at before anything is done. */
export const ImportButton = ({
  onBegun,
  words,
}: {
  onBegun: (job: ShownJob) => void
  words: DeskWords
}) => {
  const hint = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (file: File | undefined) => {
    if (!file) {
      return
    }
    setProblem('')
    setBusy(true)
    try {
      const answer = await fetch(`/api/people-imports/${crypto.randomUUID()}`, {
        body: file,
        method: 'POST',
      })
      if (answer.ok) {
        onBegun((await answer.json()) as ShownJob)
      } else {
        setProblem(answer.status === 400 ? words.notATable : words.failed)
      }
    } catch {
      setProblem(words.failed)
    }
    setBusy(false)
  }

  return (
    <>
      <button
        aria-describedby={hint}
        className="lectern-build__button"
        data-second
        disabled={isBusy}
        onClick={() => input.current?.click()}
        type="button"
      >
        {words.upload}
      </button>
      <input
        accept=".csv,text/csv,text/plain"
        aria-label={words.drop}
        hidden
        onChange={({ target }) => {
          void send(target.files?.[0])
          target.value = ''
        }}
        ref={input}
        type="file"
      />
      <span className="lectern-people__hint" id={hint}>
        {words.dropHint}
      </span>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}
