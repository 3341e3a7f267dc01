'use client'

import type { ListViewClientProps } from 'payload'

import {
  DefaultListView,
  Gutter,
  Link,
  SetStepNav,
  toast,
  useAuth,
  useListDrawerContext,
  useTranslation,
} from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useCallback, useState, type ReactNode } from 'react'

import { MANAGERS } from '@/domain/identity/roles'
import { isLocale } from '@/domain/tenancy/locales'

import type { Asking } from './people/asking'
import type { ShownJob } from './people/JobPanel'

import { FileLink } from './FileLink'
import { EVERYBODY, filterOf, isNarrowed, query, readAsking, writtenAsking } from './people/asking'
import { BulkDialog } from './people/BulkDialog'
import { DESK_WORDS } from './people/deskWords'
import { ImportButton } from './people/ImportButton'
import { JobPanel } from './people/JobPanel'
import { PeopleFilters } from './people/PeopleFilters'
import { PeopleTable } from './people/PeopleTable'
import { STATUS_WORDS } from './people/statusWords'
import { usePeople } from './people/usePeople'
import { mayView } from './people/ViewButton'

/** The people of the school in place of Payload's list; where a field asks for one of them, Payload's stays. */
export const PeopleDesk = (props: ListViewClientProps) => {
  const { isInDrawer } = useListDrawerContext()

  return isInDrawer ? <DefaultListView {...props} /> : <Desk notice={props.BeforeListTable} />
}

const Desk = ({ notice }: { notice: ReactNode }) => {
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = DESK_WORDS[language]
  const statusWords = STATUS_WORDS[language]
  const roles = (user as null | { roles?: string[] })?.roles ?? []
  const canManage = [...MANAGERS, 'superAdmin' as const].some((role) => roles.includes(role))
  const address = useSearchParams()
  const [asking, setAsking] = useState(() => readAsking(address))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [whom, setWhom] = useState<null | { filter: object } | { ids: readonly string[] }>(null)
  const [job, setJob] = useState<null | ShownJob>(null)
  const { count, isBusy, more, reload, shown, tags } = usePeople(asking)
  const ask = (change: Partial<Asking>) => {
    const next = { ...asking, ...change }
    setAsking(next)
    setPicked(new Set())
    history.replaceState(history.state, '', `?${writtenAsking(next)}`)
  }
  const pick = (ids: readonly string[], isPicked: boolean) =>
    setPicked(
      (before) =>
        new Set(isPicked ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))),
    )
  const done = useCallback(() => {
    setPicked(new Set())
    reload()
  }, [reload])

  return (
    <Gutter className="lectern-roster lectern-people">
      <SetStepNav nav={[{ label: words.title }]} />
      <header className="lectern-people__head">
        <h1>{words.title}</h1>
        {canManage && (
          <span className="lectern-people__acts">
            <Link className="lectern-build__button" href="/admin/collections/users/create">
              {words.create}
            </Link>
          </span>
        )}
      </header>
      {notice}
      {shown?.ok === false ? (
        <div className="lectern-empty" role="alert">
          <p>{shown.status === 403 ? words.forbidden : words.failed}</p>
          {shown.status !== 403 && (
            <button className="lectern-build__button" data-second onClick={reload} type="button">
              {words.retry}
            </button>
          )}
        </div>
      ) : (
        <>
          {canManage && (
            <div className="lectern-people__head">
              <ImportButton onBegun={setJob} words={words} />
            </div>
          )}
          {job && <JobPanel first={job} key={job.id} onDone={done} words={words} />}
          <PeopleFilters
            asking={asking}
            onAsk={ask}
            statuses={statusWords.statuses}
            tags={tags.map(({ tag }) => tag)}
            words={words}
          />
          <div className="lectern-roster__head">
            <span aria-live="polite">
              {shown && !isBusy ? words.of(shown.people.length, count) : words.loading}
            </span>
            {canManage && count > 0 && (
              <span className="lectern-people__acts">
                <FileLink href={`/api/people.csv?${query(asking)}`}>CSV</FileLink>
                <button
                  className="lectern-build__button"
                  data-second
                  onClick={() =>
                    setWhom(picked.size > 0 ? { ids: [...picked] } : { filter: filterOf(asking) })
                  }
                  type="button"
                >
                  {words.what}:{' '}
                  {picked.size > 0 ? words.picked(picked.size) : words.everyone(count)}
                </button>
              </span>
            )}
          </div>
          {shown?.people.length === 0 && (
            <div className="lectern-empty">
              <p>{isNarrowed(asking) ? words.nobody : words.empty}</p>
              {isNarrowed(asking) && (
                <button
                  className="lectern-build__button"
                  data-second
                  onClick={() => ask(EVERYBODY)}
                  type="button"
                >
                  {words.clear}
                </button>
              )}
            </div>
          )}
          {shown && shown.people.length > 0 && (
            <div aria-busy={isBusy}>
              <PeopleTable
                canPick={canManage}
                canView={mayView(user)}
                language={language}
                onPick={pick}
                people={shown.people}
                picked={picked}
                statuses={statusWords.statuses}
                words={words}
              />
              {shown.next && (
                <button
                  className="lectern-build__button"
                  data-second
                  disabled={isBusy}
                  onClick={() => void more().then((ok) => ok || toast.error(words.failed))}
                  type="button"
                >
                  {words.more}
                </button>
              )}
            </div>
          )}
        </>
      )}
      {whom && (
        <BulkDialog
          count={'ids' in whom ? whom.ids.length : count}
          onBegun={(begun) => {
            setWhom(null)
            setJob(begun)
          }}
          onClose={() => setWhom(null)}
          statusWords={statusWords}
          whom={whom}
          words={words}
        />
      )}
    </Gutter>
  )
}
