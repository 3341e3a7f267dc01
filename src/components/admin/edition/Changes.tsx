import type { EditionChange } from '@/domain/learning/editions'

import type { EDITION_WORDS } from './words'

type Words = (typeof EDITION_WORDS)['en']

const What = ({
  change: { id, change, item, title, versions, was },
  words,
}: {
  change: EditionChange
  words: Words
}) => (
  <li data-change={change}>
    <span className="lectern-edition__kind">
      {words.item[item]} · {words.changes[change]}
    </span>
    <span>
      <bdi>{title}</bdi>
      {was !== null && <small>{words.was(was)}</small>}
    </span>
    {versions && (
      <a
        aria-label={`${words.compare}: ${title}`}
        href={`/admin/collections/lessons/${id}/versions/${versions.now}?versionFrom=${versions.then}`}
      >
        {words.compare}
      </a>
    )}
  </li>
)

/** What is different in a course since an edition of it was made; a changed lesson leads to its two versions side by side. */
export const Changes = ({ changes, words }: { changes: readonly EditionChange[]; words: Words }) =>
  changes.length === 0 ? (
    <p>{words.none}</p>
  ) : (
    <details className="lectern-edition__changes" open={changes.length <= FEW}>
      <summary>{words.since(changes.length)}</summary>
      <ul>
        {changes.map((change) => (
          <What change={change} key={`${change.item} ${change.id}`} words={words} />
        ))}
      </ul>
    </details>
  )

/** As many are shown without being asked for. */
const FEW = 12
