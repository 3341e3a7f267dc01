'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { ask } from '../ask'
import { wordsIn } from '../words'
import { RESET_WORDS } from './words'

const LONGEST = 1000

/** Takes a person's second step of signing in away, for a reason. */
export const SecondFactorReset = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const field = useId()
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const words = wordsIn(i18n.language, RESET_WORDS)
  if (!id) {
    return null
  }
  const reset = async () => {
    setBusy(true)
    const answer = await ask<{ isReset: boolean }>(`/api/users/${id}/second-factor/reset`, {
      reason,
    })
    setBusy(false)
    if (!answer.ok) {
      toast.error(answer.status === 403 ? words.forbidden : words.failed)
    } else if (answer.value.isReset) {
      setReason('')
      toast.success(words.done)
    } else {
      toast.info(words.none)
    }
  }

  return (
    <div className="lectern-publication-words lectern-person-part">
      <h3>{words.heading}</h3>
      <p>{words.hint}</p>
      <div className="field-type textarea">
        <label className="field-label" htmlFor={field}>
          {words.reason}
        </label>
        <textarea
          dir="auto"
          id={field}
          maxLength={LONGEST}
          onChange={({ target }) => setReason(target.value)}
          rows={2}
          value={reason}
        />
      </div>
      <div className="lectern-publication-steps">
        <Button
          buttonStyle="secondary"
          disabled={isBusy || reason.trim() === ''}
          margin={false}
          onClick={() => void reset()}
          size="medium"
        >
          {words.submit}
        </Button>
      </div>
    </div>
  )
}
