'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { Member } from '@/domain/catalog/team'

import { WHOLE } from '@/domain/catalog/team'

import type { Act } from './useTeam'
import type { TeamWords } from './words'

import { PlaceForm } from './PlaceForm'
import { RemoveForm } from './RemoveForm'

/** Somebody of a team: who, in what role, for what share, how it stands, and what may be done about it. */
export const MemberRow = ({
  act,
  language,
  mayManage,
  member: { id, name, email, expiresAt, isExpired, isOwn, reason, role, share, state },
  most,
  words,
}: {
  act: Act
  language: string
  mayManage: boolean
  member: Member
  most: number
  words: TeamWords
}) => {
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const isIn = state === 'accepted' || state === 'invited'
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 2, style: 'percent' })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const toggle = (form: 'change' | 'remove') => setOpen(open === form ? null : form)
  const done = async (work: Promise<boolean>) => {
    if (await work) {
      setOpen(null)
    }
  }

  return (
    <li>
      <div>
        <b>
          <bdi>{name ?? email}</bdi>
        </b>
        {name && email && (
          <>
            {' '}
            <bdi>{email}</bdi>
          </>
        )}
        <br />
        {words.roles[role]}
        {share !== null && <> · {percent.format(share / WHOLE)}</>} ·{' '}
        {isExpired ? words.expired : words.states[state]}
        {state === 'invited' && !isExpired && (
          <> · {words.until(date.format(new Date(expiresAt)))}</>
        )}
        {reason && (
          <>
            {' · '}
            <bdi>{reason}</bdi>
          </>
        )}
      </div>
      {isIn && (mayManage || isOwn) && (
        <div className="lectern-publication-steps">
          {mayManage && (
            <Button
              aria-expanded={open === 'change'}
              buttonStyle="secondary"
              margin={false}
              onClick={() => toggle('change')}
              size="small"
            >
              {words.change}
            </Button>
          )}
          {mayManage && state === 'invited' && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => void act(`/api/team/${id}/resend`, {})}
              size="small"
            >
              {words.resend}
            </Button>
          )}
          <Button
            aria-expanded={open === 'remove'}
            buttonStyle="secondary"
            margin={false}
            onClick={() => toggle('remove')}
            size="small"
          >
            {isOwn ? words.leave : words.remove}
          </Button>
        </div>
      )}
      {open === 'change' && (
        <PlaceForm
          most={most}
          onCancel={() => setOpen(null)}
          onSend={(place) => done(act(`/api/team/${id}`, place, 'PATCH'))}
          place={{ role, share: share ?? 0 }}
          submit={words.save}
          words={words}
        />
      )}
      {open === 'remove' && (
        <RemoveForm
          onCancel={() => setOpen(null)}
          onSend={(said) => void done(act(`/api/team/${id}/remove`, { reason: said }))}
          submit={isOwn ? words.leave : words.remove}
          words={words}
        />
      )}
    </li>
  )
}
