'use client'

import { Button, ConfirmationModal, Pill, useModal } from '@payloadcms/ui'
import { useId } from 'react'

import type { DomainStatus } from '@/domain/tenancy/domains/status'
import type { DomainView } from '@/operations/tenancy/domainOverview'

import { relativeTime } from '@/components/ui/relativeTime'

import { CertificateLine } from './CertificateLine'
import { Finding, RecordsTable } from './RecordsTable'
import { useWords } from './useWords'

const PILLS: Record<DomainStatus, 'error' | 'light-gray' | 'success' | 'warning'> = {
  active: 'success',
  attention: 'error',
  expired: 'light-gray',
  pending: 'warning',
}

type Acts = {
  check: (id: string) => Promise<void>
  makeMain: (id: string, isPrimary: boolean) => Promise<void>
  remove: (id: string) => Promise<void>
}

type Props = {
  acts: Acts
  /** What is being done with this domain now. */
  busy: 'check' | 'other' | null
  domain: DomainView
  now: number
  withSchool: boolean
}

/** One domain: where it stands, its records, and what can be done with it. */
export const DomainCard = ({ acts, busy, domain, now, withSchool }: Props) => {
  const { id, name, authority, checkedAt, host, isPrimary, origin, records, school, status } =
    domain
  const { openModal } = useModal()
  const { language, words } = useWords()
  const heading = useId()
  const modal = `remove-domain-${id}`
  const isConnected = status === 'active'
  const when =
    checkedAt && relativeTime({ locale: language, now, then: Math.min(now, Date.parse(checkedAt)) })
  const table = <RecordsTable domain={host} records={records} />

  return (
    <section aria-labelledby={heading} className="lectern-domain">
      <header>
        <h2 id={heading}>
          <bdi>{name}</bdi>
        </h2>
        <Pill pillStyle={PILLS[status]}>{words.status[status]}</Pill>
        {isPrimary && <Pill pillStyle="dark">{words.mainAddress}</Pill>}
      </header>
      {withSchool && (
        <p>
          {words.school}: <bdi>{school}</bdi>
        </p>
      )}
      <p>{words.lead[status]}</p>
      <CertificateLine domain={domain} />
      {isConnected ? (
        <details>
          <summary>{words.records}</summary>
          {table}
        </details>
      ) : (
        table
      )}
      {authority?.isGood === false && <Finding check={authority} />}
      {records.some(({ found }) => found?.reason === 'pointsElsewhere') && (
        <p className="field-description">{words.proxied}</p>
      )}
      <div className="lectern-actions">
        <Button
          buttonStyle={isConnected ? 'secondary' : 'primary'}
          disabled={busy !== null}
          margin={false}
          onClick={() => void acts.check(id)}
        >
          {busy === 'check' ? words.checking : words.check}
        </Button>
        {isConnected && (
          <Button
            buttonStyle="secondary"
            disabled={busy !== null}
            margin={false}
            onClick={() => void acts.makeMain(id, !isPrimary)}
          >
            {isPrimary ? words.useSub : words.makeMain}
          </Button>
        )}
        {isConnected && (
          <Button buttonStyle="secondary" el="anchor" margin={false} newTab url={origin}>
            {words.open}
          </Button>
        )}
        <Button
          aria-label={`${words.remove}: ${name}`}
          buttonStyle="subtle"
          disabled={busy !== null}
          margin={false}
          onClick={() => openModal(modal)}
        >
          {words.remove}
        </Button>
      </div>
      <p aria-live="polite" className="field-description" suppressHydrationWarning>
        {busy === 'check' ? words.checking : when ? words.checked(when) : words.notChecked}
      </p>
      <ConfirmationModal
        body={
          <>
            <p>{words.removeBody}</p>
            {isPrimary && <p>{words.removeMain}</p>}
          </>
        }
        cancelLabel={words.cancel}
        confirmLabel={words.remove}
        heading={words.removeHeading(name)}
        modalSlug={modal}
        onConfirm={() => acts.remove(id)}
      />
    </section>
  )
}
