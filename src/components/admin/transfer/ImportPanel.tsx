'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type DragEvent } from 'react'

import type { TransferReport } from '@/domain/catalog/transfer/report'

import { MOST_FILE_BYTES } from '@/domain/catalog/transfer/job'

import type { TransferWords } from './words'

import { importFile } from './api'

/** Where a file of courses is dropped or chosen, and how far it is on its way. */
export const ImportPanel = ({
  onBegun,
  words,
}: {
  onBegun: (report: TransferReport) => void
  words: TransferWords
}) => {
  const hint = useId()
  const [share, setShare] = useState<null | number>(null)
  const [problem, setProblem] = useState('')
  const [isOver, setOver] = useState(false)
  const end = useRef<AbortController>(null)
  useEffect(() => () => end.current?.abort(), [])

  const send = async (file: File | undefined) => {
    if (!file || end.current) {
      return
    }
    if (file.size > MOST_FILE_BYTES) {
      setProblem(words.tooLarge)

      return
    }
    const { signal } = (end.current = new AbortController())
    setProblem('')
    setShare(0)
    const said = await importFile(file, { onShare: setShare, signal })
    end.current = null
    setShare(null)
    if (said.ok) {
      onBegun(said.value)
    } else if (!signal.aborted) {
      setProblem(said.code === 'limitReached' ? words.reasons.limitReached : words.failed)
    }
  }
  const drag = (event: DragEvent, isIn: boolean) => {
    event.preventDefault()
    setOver(isIn)
  }

  return (
    <section className="lectern-desk__form lectern-transfer">
      {share === null ? (
        <label
          className="lectern-transfer__drop"
          data-over={isOver}
          onDragLeave={(event) => drag(event, false)}
          onDragOver={(event) => drag(event, true)}
          onDrop={(event) => {
            drag(event, false)
            void send(event.dataTransfer.files[0])
          }}
        >
          <strong>{words.drop}</strong>
          <span id={hint}>{words.dropHint}</span>
          <input
            accept=".zip,application/zip"
            aria-describedby={hint}
            onChange={({ target }) => {
              void send(target.files?.[0])
              target.value = ''
            }}
            type="file"
          />
        </label>
      ) : (
        <>
          <label className="lectern-transfer__progress">
            <span aria-live="polite">{words.parts(Math.round(share * 100))}</span>
            <progress max={1} value={share} />
          </label>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => end.current?.abort()}
            size="medium"
          >
            {words.stop}
          </Button>
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}
