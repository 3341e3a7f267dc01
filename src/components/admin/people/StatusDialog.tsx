'use client'

import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { AccountAction } from '@/domain/identity/standing'

import { MOST_REASON } from '@/domain/identity/standing'

import type { StatusWords } from './statusWords'

import { ask } from '../ask'
import { Modal } from '../library/Modal'

/** Asks for the reason before an account is shut, opened or deleted, and says what follows from it. */
export const StatusDialog = ({
  action,
  onClose,
  onDone,
  person,
  words,
}: {
  action: AccountAction
  onClose: () => void
  onDone: () => void
  person: { id: string; name: string }
  words: StatusWords
}) => {
  const hint = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const said = await ask<{ changed: boolean }>(`/api/people/${person.id}/status`, {
      action,
      reason,
    })
    setBusy(false)
    if (said.ok) {
      toast.success(said.value.changed ? words.done[action] : words.unchanged)
      onDone()

      return
    }
    const code = typeof said.said.code === 'string' ? said.said.code : ''
    setProblem(
      code in words.refusals
        ? words.refusals[code as keyof typeof words.refusals]
        : said.status === 403
          ? words.forbidden
          : words.failed,
    )
  }

  return (
    <Modal
      actions={
        <button
          className="lectern-build__button"
          data-dangerous={action === 'restore' ? undefined : true}
          disabled={isBusy || !reason.trim()}
          type="submit"
        >
          {words.actions[action]}
        </button>
      }
      onClose={onClose}
      onSubmit={() => void send()}
      title={`${words.actions[action]}: ${person.name}`}
    >
      <p>{words.means[action]}</p>
      <label className="lectern-people__field">
        <span>{words.reason}</span>
        <textarea
          className="lectern-build__field"
          aria-describedby={hint}
          dir="auto"
          maxLength={MOST_REASON}
          onChange={({ target }) => setReason(target.value)}
          required
          rows={3}
          value={reason}
        />
      </label>
      <p className="lectern-people__hint" id={hint}>
        {words.reasonHint}
      </p>
      {problem && (
        <p className="lectern-build__warning" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}
