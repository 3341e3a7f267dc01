'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'

import { addDomain } from './api'
import { useWords } from './useWords'

/** Asks for a domain, and says beneath the field why one cannot be had. */
export const AddDomain = ({ onAdded }: { onAdded: () => Promise<void> }) => {
  const { words } = useWords()
  const [host, setHost] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const field = useId()
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const said = await addDomain(host)
    if (said.ok) {
      setHost('')
      setError('')
      await onAdded()
    } else {
      setError(said.message ?? words.failed)
    }
    setBusy(false)
  }

  return (
    <form className="lectern-add-domain" noValidate onSubmit={(event) => void add(event)}>
      <div className={`field-type text${error ? ' error' : ''}`}>
        <label className="field-label" htmlFor={field}>
          {words.addLabel}
        </label>
        <input
          aria-describedby={`${field}-hint`}
          aria-invalid={error !== ''}
          autoCapitalize="none"
          autoComplete="off"
          dir="ltr"
          id={field}
          inputMode="url"
          maxLength={300}
          onChange={({ target }) => setHost(target.value)}
          placeholder="learn.example.com"
          spellCheck={false}
          value={host}
        />
        <p
          className={error ? 'lectern-error' : 'field-description'}
          id={`${field}-hint`}
          role={error ? 'alert' : undefined}
        >
          {error || words.addHint}
        </p>
      </div>
      <Button disabled={isBusy || host.trim() === ''} margin={false} size="large" type="submit">
        {words.add}
      </Button>
    </form>
  )
}
