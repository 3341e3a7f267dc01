'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { TeamRole } from '@/domain/catalog/team'

import { TEAM_ROLES } from '@/domain/catalog/team'

import type { TeamWords } from './words'

/** An address, a role and a share in basis points. */
type Place = { email?: string; role: TeamRole; share: number }

const HUNDREDTHS = 100

/**
 * Where an address, a role and a share are chosen; without the address where `place` is somebody's already. `most` is the
 * largest share, in basis points. It lies within the form of the course, and so is none of its own.
 */
export const PlaceForm = ({
  most,
  onCancel,
  onSend,
  place,
  submit,
  words,
}: {
  most: number
  onCancel: () => void
  onSend: (place: Place) => Promise<void>
  place?: Place
  submit: string
  words: TeamWords
}) => {
  const field = useId()
  const first = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<TeamRole>(place?.role ?? 'editor')
  const [percent, setPercent] = useState(String((place?.share ?? 0) / HUNDREDTHS))
  const [isBusy, setBusy] = useState(false)
  useEffect(() => first.current?.focus(), [])
  const share = Math.round(Number(percent.replace(',', '.')) * HUNDREDTHS)
  const isSound =
    share >= 0 && share <= most && (place !== undefined || /^\S+@\S+\.\S+$/.test(email))
  const send = async () => {
    setBusy(true)
    await onSend({ role, share, ...(place === undefined && { email: email.trim() }) })
    setBusy(false)
  }

  return (
    <div className="lectern-publication-words lectern-team-form">
      {place === undefined && (
        <div className="field-type email">
          <label className="field-label" htmlFor={`${field}-email`}>
            {words.email}
          </label>
          <input
            autoComplete="off"
            dir="ltr"
            id={`${field}-email`}
            onChange={({ target }) => setEmail(target.value)}
            ref={first}
            type="email"
            value={email}
          />
        </div>
      )}
      <div className="field-type select">
        <label className="field-label" htmlFor={`${field}-role`}>
          {words.role}
        </label>
        <select
          aria-describedby={`${field}-hint`}
          id={`${field}-role`}
          onChange={({ target }) => setRole(target.value as TeamRole)}
          ref={place === undefined ? undefined : first}
          value={role}
        >
          {TEAM_ROLES.map((one) => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </select>
        <p className="field-description" id={`${field}-hint`}>
          {words.hints[role]}
        </p>
      </div>
      <div className="field-type number">
        <label className="field-label" htmlFor={`${field}-share`}>
          {words.share}
        </label>
        <input
          aria-describedby={`${field}-most`}
          aria-invalid={!(share >= 0 && share <= most)}
          dir="ltr"
          id={`${field}-share`}
          inputMode="decimal"
          onChange={({ target }) => setPercent(target.value)}
          value={percent}
        />
        <p className="field-description" id={`${field}-most`}>
          {words.most(most / HUNDREDTHS)}
        </p>
      </div>
      <div className="lectern-publication-steps">
        <Button
          disabled={isBusy || !isSound}
          id="team-send"
          margin={false}
          onClick={() => void send()}
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
