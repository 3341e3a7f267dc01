'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { Finding } from '@/domain/catalog/publication/checklist'
import type { Step } from '@/domain/catalog/publication/workflow'

import type { Said } from './usePublication'
import type { PublicationWords } from './words'

import { FindingText } from './Checklist'

const LONGEST_NOTE = 4000

/** Where a step is given its words, which may lie within the form of the course and so is none of its own; returning a course, each thing that is missing has a box of its own. */
export const StepForm = ({
  findings,
  isBusy,
  onCancel,
  onTake,
  step,
  words,
}: {
  findings: readonly Finding[]
  isBusy: boolean
  onCancel: () => void
  onTake: (said: Said) => void
  step: Step
  words: PublicationWords
}) => {
  const field = useId()
  const first = useRef<HTMLTextAreaElement>(null)
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const listed = step === 'reject' ? findings : []
  const points = listed.flatMap(({ check, of }, at) => {
    const said = typed[at]?.trim() ?? ''

    return said === '' ? [] : [{ check, note: said, of }]
  })
  const isMute = note.trim() === '' && points.length === 0
  const needsWords = step === 'reject' || step === 'answer'
  useEffect(() => first.current?.focus(), [])

  return (
    <div className="lectern-publication-words">
      <div className="field-type textarea">
        <label className="field-label" htmlFor={`${field}-note`}>
          {words.noteOf[step] ?? words.note}
        </label>
        <textarea
          dir="auto"
          id={`${field}-note`}
          maxLength={LONGEST_NOTE}
          onChange={({ target }) => setNote(target.value)}
          ref={first}
          rows={3}
          value={note}
        />
      </div>
      {listed.map((finding, at) => (
        <div className="field-type textarea" key={`${finding.address} ${finding.detail ?? ''}`}>
          <label className="field-label" htmlFor={`${field}-${at}`}>
            <FindingText finding={finding} words={words} />
          </label>
          <textarea
            dir="auto"
            id={`${field}-${at}`}
            maxLength={LONGEST_NOTE}
            onChange={({ target }) => setTyped((before) => ({ ...before, [at]: target.value }))}
            placeholder={words.pointHint}
            rows={1}
            value={typed[at] ?? ''}
          />
        </div>
      ))}
      <div className="lectern-publication-steps">
        <Button
          disabled={isBusy || (needsWords && isMute)}
          id="publication-take"
          margin={false}
          onClick={() => onTake({ note, points })}
          size="medium"
        >
          {words.step[step]}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={onCancel}
          size="medium"
        >
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
