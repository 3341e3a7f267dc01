import { Link } from '@payloadcms/ui'

import type { ListedPerson } from '@/domain/identity/people/query'
import type { Role } from '@/domain/identity/roles'
import type { Locale } from '@/domain/tenancy/locales'

import type { DeskWords } from './deskWords'
import type { StatusWords } from './statusWords'

import { ViewButton } from './ViewButton'

type Props = {
  canPick: boolean
  canView: boolean
  language: Locale
  onPick: (ids: readonly string[], isPicked: boolean) => void
  people: readonly ListedPerson[]
  picked: ReadonlySet<string>
  statuses: StatusWords['statuses']
  words: DeskWords
}

const Line = ({
  canPick,
  canView,
  language,
  onPick,
  person,
  picked,
  statuses,
  words,
}: Omit<Props, 'people'> & { person: ListedPerson }) => {
  const { id, name, createdAt, email, roles, seenAt, status, tags } = person
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })

  return (
    <tr data-picked={picked.has(id)}>
      {canPick && (
        <td className="lectern-roster__pick">
          <label>
            <input
              aria-label={words.pick(name)}
              checked={picked.has(id)}
              onChange={({ target }) => onPick([id], target.checked)}
              type="checkbox"
            />
          </label>
        </td>
      )}
      <th data-label={words.name} scope="row">
        <Link href={`/admin/collections/users/${id}`}>
          <bdi>{name}</bdi>
        </Link>
        <small>
          <bdi>{email}</bdi>
        </small>
      </th>
      <td data-label={words.status}>
        <span className="lectern-people__status" data-status={status}>
          {statuses[status]}
        </span>
      </td>
      <td data-label={words.role} data-wide>
        {roles.map((role) => words.roles[role as Role]).join(', ')}
      </td>
      <td data-label={words.tags} data-wide>
        {tags.length === 0 ? (
          '–'
        ) : (
          <span className="lectern-people__tags">
            {tags.map((tag) => (
              <bdi key={tag}>{tag}</bdi>
            ))}
          </span>
        )}
      </td>
      <td data-label={words.seen}>
        {seenAt ? <time dateTime={seenAt}>{day.format(new Date(seenAt))}</time> : words.never}
      </td>
      <td data-label={words.since}>
        <time dateTime={createdAt}>{day.format(new Date(createdAt))}</time>
      </td>
      {canView && (
        <td data-wide>
          <ViewButton language={language} person={person} />
        </td>
      )}
    </tr>
  )
}

/** The people of the school, a line for each; a card for each where there is little room. */
export const PeopleTable = ({ people, ...props }: Props) => {
  const { canPick, canView, onPick, picked, words } = props
  const ids = people.map(({ id }) => id)

  return (
    <div className="table lectern-records lectern-roster__table">
      {canPick && (
        <label className="lectern-desk__check lectern-roster__all">
          <input
            checked={ids.every((id) => picked.has(id))}
            onChange={({ target }) => onPick(ids, target.checked)}
            type="checkbox"
          />{' '}
          {words.pickAll}
        </label>
      )}
      <table>
        <thead>
          <tr>
            {canPick && <th aria-label={words.pickAll} scope="col" />}
            <th scope="col">{words.name}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.tags}</th>
            <th scope="col">{words.seen}</th>
            <th scope="col">{words.since}</th>
            {canView && <th aria-label={words.view} scope="col" />}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Line key={person.id} {...props} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
