'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { TeamWords } from './words'

const LONGEST = 1000

/** Where the reason is written for which somebody goes. It lies within the form of the course, and so is none of its own. */
export const RemoveForm = ({
  onCancel,
  onSend,
  submit,
  words,
}: {
  onCancel: () => void
  onSend: (reason: string) => void
  submit: string
  words: TeamWords
}) => {
  const field = useId()
  const first = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  useEffect(() => first.current?.focus(), [])

  return (
    <div className="lectern-publication-words">
      <div className="field-type textarea">
        <label className="field-label" htmlFor={field}>
          {words.reason}
        </label>
        <textarea
          dir="auto"
          id={field}
          maxLength={LONGEST}
          onChange={({ target }) => setReason(target.value)}
          ref={first}
          rows={2}
          value={reason}
        />
      </div>
      <div className="lectern-publication-steps">
        <Button
          disabled={reason.trim() === ''}
          margin={false}
          onClick={() => onSend(reason)}
          size="medium"
        >
          {submit}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="medium">
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
