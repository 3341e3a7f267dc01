import { Link } from '@payloadcms/ui'

import type { RosterSort } from '@/domain/learning/roster/roster'
import type { RosterRow } from '@/domain/learning/roster/row'
import type { Locale } from '@/domain/tenancy/locales'

import { numbersIn } from '../statistics/numbers'
import type { RosterWords } from './words'

import { momentsIn } from './moments'

type Props = {
  language: Locale
  now: Date
  onPick: (ids: readonly string[], isPicked: boolean) => void
  onSort: (sort: string) => void
  picked: ReadonlySet<string>
  rows: readonly RosterRow[]
  sort: string
  words: RosterWords
}

const Heading = ({
  name,
  label,
  onSort,
  sort,
  usual,
}: Pick<Props, 'onSort' | 'sort'> & {
  label: string
  name: RosterSort
  usual: 'asc' | 'desc'
}) => {
  const [by, direction] = sort.split(' ')
  const other = direction === 'asc' ? 'desc' : 'asc'
  const isBy = by === name

  return (
    <th
      aria-sort={isBy ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
      scope="col"
    >
      <button onClick={() => onSort(`${name} ${isBy ? other : usual}`)} type="button">
        {label}
        <span aria-hidden="true">{isBy ? (direction === 'asc' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
}

/** What became of a kind of work, in a few words; a dash where the course has none. */
const Work = ({
  all,
  parts,
  passed,
  words,
}: {
  all: number
  parts: readonly string[]
  passed: number
  words: RosterWords
}) =>
  all === 0 ? (
    <>–</>
  ) : (
    <>
      {words.passed(passed, all)}
      {parts.map((part) => (
        <small key={part}>{part}</small>
      ))}
    </>
  )

const partsOf = (counts: [count: number, word: (count: number) => string][]): string[] =>
  counts.filter(([count]) => count > 0).map(([count, word]) => word(count))

const Line = ({
  language,
  now,
  onPick,
  picked,
  row,
  words,
}: Omit<Props, 'onSort' | 'rows' | 'sort'> & { row: RosterRow }) => {
  const { id, name, assignments, cohort, email, enrolledAt, lastActivityAt, percent, quizzes } = row
  const moments = momentsIn(language)
  const done = numbersIn(language).share(percent / 100)

  return (
    <tr data-picked={picked.has(id)}>
      <td className="lectern-roster__pick">
        <label>
          <input
            aria-label={words.select(name)}
            checked={picked.has(id)}
            onChange={({ target }) => onPick([id], target.checked)}
            type="checkbox"
          />
        </label>
      </td>
      <th data-label={words.learner} scope="row">
        <Link href={`/admin/collections/enrollments/${id}`}>
          <bdi>{name}</bdi>
        </Link>
        <small>
          <bdi>{email}</bdi>
        </small>
        <small title={moments.exact(enrolledAt)}>
          {words.enrolled(moments.day(enrolledAt))}
          {cohort && (
            <>
              {' · '}
              <bdi>{cohort.name}</bdi>
            </>
          )}
        </small>
      </th>
      <td data-label={words.state} data-wide>
        <span className="lectern-roster__state" data-state={row.state}>
          {words.states[row.state]}
        </span>
        {row.stuck.map(({ reason, since }) => (
          <span className="lectern-flag" key={reason} title={words.day(moments.exact(since))}>
            {words.stuckBecause[reason]}
          </span>
        ))}
      </td>
      <td data-label={words.progress}>
        <span className="lectern-share">
          <meter aria-label={words.percent(name, done)} max={100} min={0} value={percent} />
          <span>{done}</span>
        </span>
      </td>
      <td data-label={words.lastActivity}>
        {lastActivityAt ? (
          <time dateTime={lastActivityAt} title={moments.exact(lastActivityAt)}>
            {moments.ago(lastActivityAt, now)}
          </time>
        ) : (
          words.never
        )}
      </td>
      <td data-label={words.quizzes}>
        <Work {...quizzes} parts={partsOf([[quizzes.waiting, words.handedIn]])} words={words} />
      </td>
      <td data-label={words.assignments}>
        <Work
          {...assignments}
          parts={partsOf([
            [assignments.waiting, words.handedIn],
            [assignments.returned, words.returned],
          ])}
          words={words}
        />
      </td>
    </tr>
  )
}

/** The learners of a course, a line for each; a card for each where there is little room. */
export const RosterTable = ({ onSort, rows, sort, ...props }: Props) => {
  const { onPick, picked, words } = props
  const ids = rows.map(({ id }) => id)

  return (
    <div className="table lectern-records lectern-roster__table">
      <label className="lectern-desk__check lectern-roster__all">
        <input
          checked={ids.every((id) => picked.has(id))}
          onChange={({ target }) => onPick(ids, target.checked)}
          type="checkbox"
        />{' '}
        {words.selectAll}
      </label>
      <table>
        <thead>
          <tr>
            <th aria-label={words.selectAll} scope="col" />
            <Heading label={words.learner} name="name" onSort={onSort} sort={sort} usual="asc" />
            <th scope="col">{words.state}</th>
            <Heading
              label={words.progress}
              name="progress"
              onSort={onSort}
              sort={sort}
              usual="desc"
            />
            <Heading
              label={words.lastActivity}
              name="activity"
              onSort={onSort}
              sort={sort}
              usual="desc"
            />
            <th scope="col">{words.quizzes}</th>
            <th scope="col">{words.assignments}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
