'use client'

import { Banner, Button, ConfirmationModal, useModal, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { DirectoryView, ScimTokenView } from '@/operations/identity/scimTokens'

import { ask } from '../ask'
import { Copy } from '../domains/Copy'
import { wordsIn } from '../words'
import { WORDS } from './words'

type Props = {
  directory: DirectoryView
  onChange: () => Promise<void>
  provider: string
}

/** Where a directory sends its people, the tokens with which it does, and what it has told of. */
export const Directory = ({ directory, onChange, provider }: Props) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const id = useId()
  const [name, setName] = useState('')
  const [made, setMade] = useState<null | string>(null)
  const [error, setError] = useState('')
  const make = async () => {
    const said = await ask<{ token: string }>(`/api/sign-in-providers/${provider}/scim-tokens`, {
      name,
    })
    if (!said.ok) {
      return setError(said.said.code === 'tooManyKeys' ? words.tooMany : words.away)
    }
    setError('')
    setName('')
    setMade(said.value.token)
    await onChange()
  }
  const revoke = async (token: string) => {
    const said = await ask(`/api/scim-tokens/${token}/revoke`, {})
    setError(said.ok || said.status === 404 ? '' : words.away)
    await onChange()
  }

  return (
    <section>
      <h3>{words.scim}</h3>
      <p className="field-description">{words.scimHint}</p>
      <p className="field-label">{words.base}</p>
      <Copy text={`${location.origin}/api/scim/v2`} what={words.base} />
      <p>{words.people(directory.people)}</p>
      {directory.groups.length > 0 && <p>{words.groups(directory.groups.join(', '))}</p>}
      {directory.tokens.length === 0 && <p className="lectern-empty">{words.noTokens}</p>}
      <ul className="lectern-organisation__list">
        {directory.tokens.map((token) => (
          <Token key={token.id} of={token} onRevoke={() => revoke(token.id)} />
        ))}
      </ul>
      {made && (
        <div role="status">
          <Banner type="success">{words.made}</Banner>
          <Copy text={made} what={words.token} />
        </div>
      )}
      {error && (
        <p className="lectern-error" role="alert">
          {error}
        </p>
      )}
      <div className="lectern-organisation__new">
        <label htmlFor={id}>{words.name}</label>
        <input
          autoComplete="off"
          id={id}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          placeholder={words.namePlaceholder}
          value={name}
        />
        <Button
          buttonStyle="secondary"
          disabled={!name.trim()}
          margin={false}
          onClick={() => void make()}
        >
          {words.make}
        </Button>
      </div>
    </section>
  )
}

const Token = ({
  of: { id, name, shown, usedAt },
  onRevoke,
}: {
  of: ScimTokenView
  onRevoke: () => Promise<void>
}) => {
  const { language } = useTranslation().i18n
  const words = wordsIn(language, WORDS)
  const { openModal } = useModal()
  const modal = `revoke-scim-${id}`
  const day = (moment: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment))

  return (
    <li className="lectern-organisation__line">
      <p>
        <strong>{name}</strong> <code dir="ltr">{shown}…</code>{' '}
        <span className="field-description">{usedAt ? words.used(day(usedAt)) : words.never}</span>
      </p>
      <Button
        aria-label={`${words.revoke}: ${name}`}
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(modal)}
        size="small"
      >
        {words.revoke}
      </Button>
      <ConfirmationModal
        body={<p>{words.revokeBody}</p>}
        cancelLabel={words.cancel}
        confirmLabel={words.revoke}
        heading={words.revokeHeading(name)}
        modalSlug={modal}
        onConfirm={onRevoke}
      />
    </li>
  )
}
