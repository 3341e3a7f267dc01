'use client'

import { Button, Gutter, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

import { isLocale } from '@/domain/tenancy/locales'

import type { Asking } from './roster/asking'

import { discussionPath } from './discussionPath'
import { Desk } from './enrollments/Desk'
import { FileLink } from './FileLink'
import {
  EVERYBODY,
  fileOf,
  isNarrowed,
  isOneCohort,
  readAsking,
  writtenAsking,
} from './roster/asking'
import { Filters } from './roster/Filters'
import { RosterTable } from './roster/RosterTable'
import { useRoster } from './roster/useRoster'
import { ROSTER_WORDS } from './roster/words'

/** Who learns in a course, in a tab beside its form. */
export const RosterView = () => {
  const { id } = useDocumentInfo()

  return (
    <Gutter className="lectern-roster">
      {id === undefined ? null : <Roster course={String(id)} />}
    </Gutter>
  )
}

const Roster = ({ course }: { course: string }) => {
  const { i18n } = useTranslation()
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = ROSTER_WORDS[language]
  const address = useSearchParams()
  const [asking, setAsking] = useState(() => readAsking(address))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { isBusy, more, reload, shown } = useRoster(course, asking)
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
  const done = () => {
    setPicked(new Set())
    reload()
  }
  if (shown?.ok === false) {
    return (
      <div className="lectern-empty" role="alert">
        <p>
          {shown.status === 403
            ? words.forbidden
            : shown.status === 404
              ? words.gone
              : words.failed}
        </p>
        {![403, 404].includes(shown.status) && (
          <Button buttonStyle="secondary" margin={false} onClick={reload}>
            {words.retry}
          </Button>
        )}
      </div>
    )
  }

  return (
    <>
      <Filters asking={asking} course={course} onAsk={ask} words={words} />
      <Desk course={course} hint={words.desk} onDone={done} selected={[...picked]} />
      <header className="lectern-roster__head">
        <span aria-live="polite">
          {shown && !isBusy ? words.shown(shown.rows.length) : words.loading}
        </span>
        {isOneCohort(asking) && (
          <a href={discussionPath({ cohort: asking.cohort, course })}>{words.discussion}</a>
        )}
        <FileLink href={fileOf(course, asking)}>{words.csv}</FileLink>
      </header>
      {shown?.rows.length === 0 && (
        <div className="lectern-empty">
          <p>{isNarrowed(asking) ? words.nobody : words.empty}</p>
          {isNarrowed(asking) && (
            <Button buttonStyle="secondary" margin={false} onClick={() => ask(EVERYBODY)}>
              {words.clear}
            </Button>
          )}
        </div>
      )}
      {shown && shown.rows.length > 0 && (
        <div aria-busy={isBusy}>
          <RosterTable
            language={language}
            now={new Date()}
            onPick={pick}
            onSort={(sort) => ask({ sort })}
            picked={picked}
            rows={shown.rows}
            sort={asking.sort}
            words={words}
          />
          {shown.next && (
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              onClick={() => void more().then((ok) => ok || toast.error(words.failed))}
            >
              {words.more}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
