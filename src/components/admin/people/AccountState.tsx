'use client'

import { useState } from 'react'

import type { AccountAction, AccountStatus } from '@/domain/identity/standing'

import type { StatusWords } from './statusWords'

import { StatusDialog } from './StatusDialog'
import { usePerson } from './usePerson'
import { ViewButton } from './ViewButton'

const ACTIONS: Readonly<Record<AccountStatus, readonly AccountAction[]>> = {
  active: ['suspend', 'ban', 'delete'],
  banned: ['restore', 'suspend', 'delete'],
  erased: [],
  pending: ['suspend', 'ban', 'delete'],
  suspended: ['restore', 'ban', 'delete'],
}

/** How an account stands, what can be done to it, and what was done and why. */
export const AccountState = ({
  id,
  canChange,
  canView,
  language,
  words,
}: {
  canChange: boolean
  canView: boolean
  id: string
  language: string
  words: StatusWords
}) => {
  const { reload, shown } = usePerson(id)
  const [action, setAction] = useState<AccountAction | null>(null)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (!shown) {
    return <p aria-busy="true">…</p>
  }
  if (!shown.ok) {
    return <p role="alert">{words.failed}</p>
  }
  const { history, person } = shown
  const isShut = person.status === 'suspended' || person.status === 'banned'
  const open = canChange
    ? ACTIONS[person.status].filter((one) => one !== 'delete' || !(isShut && person.erasureAt))
    : []

  return (
    <section aria-label={words.title} className="lectern-people__state">
      <div className="lectern-people__head">
        <span className="lectern-people__status" data-status={person.status}>
          {words.statuses[person.status]}
        </span>
        {person.erasureAt && person.status !== 'erased' && (
          <span>{words.erases(day.format(new Date(person.erasureAt)))}</span>
        )}
        <span className="lectern-people__acts">
          {canView && <ViewButton language={language} person={person} />}
          {open.map((one) => (
            <button
              className="lectern-build__button"
              data-dangerous={one === 'delete' || one === 'ban' ? true : undefined}
              data-second={one === 'restore' || one === 'suspend' ? true : undefined}
              key={one}
              onClick={() => setAction(one)}
              type="button"
            >
              {words.actions[one]}
            </button>
          ))}
        </span>
      </div>
      {canChange && history.length === 0 && (
        <p className="lectern-people__hint">{words.noHistory}</p>
      )}
      {history.length > 0 && (
        <details>
          <summary>
            {words.history} ({history.length})
          </summary>
          <ul>
            {history.map((line) => (
              <li key={line.id}>
                <strong>{words.done[line.action]}</strong>{' '}
                <span>
                  <time dateTime={line.createdAt}>{moment.format(new Date(line.createdAt))}</time>,{' '}
                  {words.by(
                    typeof line.author === 'object' && line.author?.name
                      ? line.author.name
                      : words.withoutName,
                  )}
                </span>
                <p dir="auto">{line.reason}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {action && (
        <StatusDialog
          action={action}
          onClose={() => setAction(null)}
          onDone={() => {
            setAction(null)
            reload()
          }}
          person={person}
          words={words}
        />
      )}
    </section>
  )
}
