'use client'

import type { LogLine } from '@/operations/catalog/publication'

import type { PublicationWords } from './words'

/** Who did what to a course, when, and what was said: the newest first. */
export const History = ({
  language,
  log,
  words,
}: {
  language: string
  log: readonly LogLine[]
  words: PublicationWords
}) => {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (log.length === 0) {
    return null
  }

  return (
    <details>
      <summary>{words.history(log.length)}</summary>
      <ol>
        {log.map((line) => (
          <li key={line.id}>
            <p>
              <b>
                <bdi>{line.author ?? words.school}</bdi>
              </b>{' '}
              · {words.line[line.step]} ·{' '}
              <time dateTime={line.at}>{time.format(new Date(line.at))}</time>
            </p>
            <Reasons line={line} words={words} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What was said with a step: the note, then each point. */
export const Reasons = ({
  line: { note, points },
  words,
}: {
  line: Pick<LogLine, 'note' | 'points'>
  words: PublicationWords
}) => (
  <>
    {note && <blockquote dir="auto">{note}</blockquote>}
    {points.length > 0 && (
      <ul>
        {points.map((point, at) => (
          <li key={at}>
            <span>
              {words.check[point.check]}
              {point.of && (
                <>
                  : <bdi>{point.of}</bdi>
                </>
              )}
            </span>
            <blockquote dir="auto">{point.note}</blockquote>
          </li>
        ))}
      </ul>
    )}
  </>
)
