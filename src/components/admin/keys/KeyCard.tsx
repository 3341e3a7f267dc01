'use client'

import { Button, ConfirmationModal, useModal, useTranslation } from '@payloadcms/ui'
import { useId } from 'react'

import type { KeyView } from '@/operations/identity/apiKeys'

import { AREAS } from '@/domain/identity/permissions/areas'

import { wordsIn } from '../words'
import { WORDS } from './words'

/** One key: what it may, whose it is, when it was used and ends, and how to revoke it. */
export const KeyCard = ({
  of: { id, name, expiresAt, lastUsedAt, owner, rate, scopes, shown },
  onRevoke,
}: {
  of: KeyView
  onRevoke: () => Promise<void>
}) => {
  const { language } = useTranslation().i18n
  const words = wordsIn(language, WORDS)
  const { openModal } = useModal()
  const heading = useId()
  const modal = `revoke-key-${id}`
  const day = (moment: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment))
  const reach = AREAS.flatMap((area) => {
    const level = scopes.includes(`${area}.write`)
      ? words.write
      : scopes.includes(`${area}.read`)
        ? words.read
        : null

    return level ? [`${words.areas[area]}: ${level}`] : []
  })

  return (
    <section aria-labelledby={heading} className="lectern-domain">
      <header>
        <h2 id={heading}>{name}</h2>
        <code dir="ltr">{shown}…</code>
      </header>
      <p>{reach.join(' · ')}</p>
      <dl>
        <div>
          <dt>{words.owner}</dt>
          <dd>
            <bdi>{owner}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.lastUsed}</dt>
          <dd suppressHydrationWarning>{lastUsedAt ? day(lastUsedAt) : words.never}</dd>
        </div>
        <div>
          <dt>{words.ends}</dt>
          <dd suppressHydrationWarning>{expiresAt ? day(expiresAt) : words.untilRevoked}</dd>
        </div>
        <div>
          <dt>{words.rate}</dt>
          <dd>{words.rates[rate]}</dd>
        </div>
      </dl>
      <div className="lectern-actions">
        <Button
          aria-label={`${words.revoke}: ${name}`}
          buttonStyle="secondary"
          margin={false}
          onClick={() => openModal(modal)}
        >
          {words.revoke}
        </Button>
      </div>
      <ConfirmationModal
        body={<p>{words.revokeBody}</p>}
        cancelLabel={words.cancel}
        confirmLabel={words.revoke}
        heading={words.revokeHeading(name)}
        modalSlug={modal}
        onConfirm={onRevoke}
      />
    </section>
  )
}
