'use client'

import { useState } from 'react'

import type { BulkWork, PeopleJobReport } from '@/domain/identity/people/job'
import type { Role } from '@/domain/identity/roles'

import { ROLES } from '@/domain/identity/roles'
import { MOST_REASON } from '@/domain/identity/standing'

import type { DeskWords } from './deskWords'
import type { StatusWords } from './statusWords'

import { ask } from '../ask'
import { Modal } from '../library/Modal'

type Kind = keyof DeskWords['works']

const KINDS: readonly Kind[] = ['tags', 'roles', 'suspend', 'ban', 'restore', 'delete', 'confirm']

const tagsIn = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)

type Filled = { add: string; kind: Kind; reason: string; remove: string }

/** What was filled in, as the school is told; null while something is missing. */
const workOf = ({ add, kind, reason, remove }: Filled): BulkWork | null => {
  switch (kind) {
    case 'tags':
      return add.trim() || remove.trim()
        ? { add: tagsIn(add), do: 'tags', remove: tagsIn(remove) }
        : null
    case 'roles':
      return add || remove
        ? { add: add ? [add as Role] : [], do: 'roles', remove: remove ? [remove as Role] : [] }
        : null
    case 'confirm':
      return { do: 'confirm' }
    default:
      return reason.trim() ? { action: kind, do: 'status', reason } : null
  }
}

/** Asks what is to be done to many people, and says to how many, before it begins. */
export const BulkDialog = ({
  count,
  onBegun,
  onClose,
  statusWords,
  whom,
  words,
}: {
  count: number
  onBegun: (job: PeopleJobReport) => void
  onClose: () => void
  statusWords: StatusWords
  whom: { filter: object } | { ids: readonly string[] }
  words: DeskWords
}) => {
  const [filled, setFilled] = useState<Filled>({ add: '', kind: 'tags', reason: '', remove: '' })
  const [key] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { add, kind, reason, remove } = filled
  const work = workOf(filled)
  const fill = (change: Partial<Filled>) => setFilled({ ...filled, ...change })
  const send = async () => {
    if (!work) {
      return
    }
    setBusy(true)
    const said = await ask<PeopleJobReport>('/api/people-jobs/begin', { key, whom, work })
    setBusy(false)
    if (said.ok) {
      onBegun(said.value)
    } else {
      setProblem(words.failed)
    }
  }
  const roleField = (label: string, value: string, choose: (role: string) => void) => (
    <label className="lectern-people__field">
      <span>{label}</span>
      <select onChange={({ target }) => choose(target.value)} value={value}>
        <option value="">–</option>
        {ROLES.filter((role) => role !== 'superAdmin').map((role) => (
          <option key={role} value={role}>
            {words.roles[role]}
          </option>
        ))}
      </select>
    </label>
  )
  const tagField = (label: string, value: string, type: (tags: string) => void) => (
    <label className="lectern-people__field">
      <span>{label}</span>
      <input
        className="lectern-build__field"
        dir="auto"
        maxLength={400}
        onChange={({ target }) => type(target.value)}
        placeholder={words.tagsHint}
        type="text"
        value={value}
      />
    </label>
  )

  return (
    <Modal
      actions={
        <button
          className="lectern-build__button"
          data-dangerous={
            kind === 'ban' || kind === 'delete' || kind === 'suspend' ? true : undefined
          }
          disabled={isBusy || !work}
          type="submit"
        >
          {words.apply}
        </button>
      }
      onClose={onClose}
      onSubmit={() => void send()}
      title={words.what}
    >
      <p>{words.whatHint(count)}</p>
      <label className="lectern-people__field">
        <span>{words.choose}</span>
        <select
          onChange={({ target }) =>
            setFilled({ add: '', kind: target.value as Kind, reason: '', remove: '' })
          }
          value={kind}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {words.works[one]}
            </option>
          ))}
        </select>
      </label>
      {kind === 'tags' && tagField(words.add, add, (tags) => fill({ add: tags }))}
      {kind === 'tags' && tagField(words.removeTags, remove, (tags) => fill({ remove: tags }))}
      {kind === 'roles' && roleField(words.addRole, add, (role) => fill({ add: role }))}
      {kind === 'roles' && roleField(words.removeRole, remove, (role) => fill({ remove: role }))}
      {kind === 'confirm' && <p>{words.confirmAgain}</p>}
      {kind !== 'tags' && kind !== 'roles' && kind !== 'confirm' && (
        <>
          <p>{statusWords.means[kind]}</p>
          <label className="lectern-people__field">
            <span>{statusWords.reason}</span>
            <textarea
              className="lectern-build__field"
              dir="auto"
              maxLength={MOST_REASON}
              onChange={({ target }) => fill({ reason: target.value })}
              required
              rows={3}
              value={reason}
            />
          </label>
        </>
      )}
      {problem && (
        <p className="lectern-build__warning" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}
