'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'

import type { RestoreDesk } from '@/operations/tenancy/schoolRestores'

import type { RestoreWords } from './words'

import { ask } from '../../ask'
import { momentOf } from './moment'
import { refusalOf } from './refusal'

/** Which school is to go back to which moment. Nothing changes by choosing. */
export const ChooseRestore = ({
  desk: { backups, schools },
  language,
  onAsked,
  words,
}: {
  desk: RestoreDesk
  language: string
  onAsked: () => Promise<void>
  words: RestoreWords
}) => {
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState('')
  if (backups.length === 0 || schools.length === 0) {
    return <p className="lectern-empty">{words.noBackups}</p>
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    const said = await ask(
      '/api/restores/preview',
      Object.fromEntries(new FormData(event.currentTarget)),
    )
    setError(said.ok ? '' : refusalOf(said, words))
    await onAsked()
    setBusy(false)
  }

  return (
    <form className="lectern-restore__form" onSubmit={(event) => void submit(event)}>
      <div>
        <label htmlFor={`${id}-school`}>{words.school}</label>
        <select id={`${id}-school`} name="school" required>
          {schools.map(({ id: school, name, slug }) => (
            <option key={school} value={school}>
              {name} ({slug})
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-backup`}>{words.backup}</label>
        <select id={`${id}-backup`} name="backup" required>
          {backups.map(({ id: backup }) => (
            <option key={backup} value={backup}>
              {momentOf(backup, language)}
            </option>
          ))}
        </select>
      </div>
      <Button buttonStyle="secondary" disabled={isBusy} margin={false} type="submit">
        {words.look}
      </Button>
      {error && (
        <p className="lectern-error" role="alert">
          {error}
        </p>
      )}
    </form>
  )
}
