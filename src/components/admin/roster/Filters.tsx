import { useEffect, useId, useState, type ReactNode } from 'react'

import { ROSTER_STATES } from '@/domain/learning/roster/roster'
import { STUCK_REASONS } from '@/domain/learning/roster/stuck'

import type { Asking } from './asking'
import type { RosterWords } from './words'

type Cohort = { id: string; name: string }

const MOST_COHORTS = 500

const useCohorts = (course: string): Cohort[] => {
  const [cohorts, setCohorts] = useState<Cohort[]>([])
  useEffect(() => {
    let isCurrent = true
    const query = new URLSearchParams({
      depth: '0',
      limit: String(MOST_COHORTS),
      sort: '-startsAt',
      'where[course][equals]': course,
    })
    void fetch(`/api/cohorts?${query.toString()}`)
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { docs: Cohort[] }).docs : []))
      .then((found) => isCurrent && setCohorts(found))
      .catch(() => undefined)

    return () => {
      isCurrent = false
    }
  }, [course])

  return cohorts
}

const Choice = ({
  children,
  label,
  onChange,
  value,
}: {
  children: ReactNode
  label: string
  onChange: (value: string) => void
  value: string
}) => (
  <label>
    <span>{label}</span>
    <select onChange={({ target }) => onChange(target.value)} value={value}>
      {children}
    </select>
  </label>
)

const options = (words: Record<string, string>, keys: readonly string[]) =>
  keys.map((key) => (
    <option key={key} value={key}>
      {words[key]}
    </option>
  ))

/** Which learners of a course are shown, and in which order. */
export const Filters = ({
  asking,
  course,
  onAsk,
  words,
}: {
  asking: Asking
  course: string
  onAsk: (change: Partial<Asking>) => void
  words: RosterWords
}) => {
  const hint = useId()
  const cohorts = useCohorts(course)

  return (
    <fieldset className="lectern-release lectern-roster__filters">
      <legend>{words.filters}</legend>
      <label className="lectern-roster__search">
        <span>{words.search}</span>
        <input
          aria-describedby={hint}
          dir="auto"
          maxLength={100}
          onChange={({ target }) => onAsk({ search: target.value })}
          type="search"
          value={asking.search}
        />
        <small id={hint}>{words.searchHint}</small>
      </label>
      <Choice label={words.state} onChange={(state) => onAsk({ state })} value={asking.state}>
        <option value="">{words.all}</option>
        {options(words.states, ROSTER_STATES)}
      </Choice>
      <Choice label={words.stuck} onChange={(stuck) => onAsk({ stuck })} value={asking.stuck}>
        <option value="">{words.notStuck}</option>
        <option value="any">{words.anyReason}</option>
        {options(words.stuckBecause, STUCK_REASONS)}
      </Choice>
      {cohorts.length > 0 && (
        <Choice label={words.cohort} onChange={(cohort) => onAsk({ cohort })} value={asking.cohort}>
          <option value="">{words.allCohorts}</option>
          <option value="none">{words.noCohort}</option>
          {cohorts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <Choice label={words.sort} onChange={(sort) => onAsk({ sort })} value={asking.sort}>
        {options(words.sorts, Object.keys(words.sorts))}
      </Choice>
      <label className="lectern-desk__check">
        <input
          checked={asking.needsGrade !== ''}
          onChange={({ target }) => onAsk({ needsGrade: target.checked ? 'true' : '' })}
          type="checkbox"
        />{' '}
        {words.needsGrade}
      </label>
    </fieldset>
  )
}
