import type { Locale } from '@/domain/tenancy/locales'
import type { Statistics } from '@/operations/learning/itemStatistics'

import type { StatisticsWords } from './words'

import { numbersIn } from './numbers'

/** How the attempts at a quiz went: how many, how well, and a bar for each tenth of the points. */
export const Results = ({
  attempts,
  language,
  results: { mean, passed, tenths },
  words,
}: Pick<Statistics, 'attempts' | 'results'> & { language: Locale; words: StatisticsWords }) => {
  const { share } = numbersIn(language)
  const most = Math.max(...tenths, 0.0001)
  const figures: [string, string][] = [
    [words.attempts, new Intl.NumberFormat(language).format(attempts)],
    [words.mean, share(mean ?? 0)],
    [words.passed, share(passed ?? 0)],
  ]

  return (
    <section className="lectern-statistics__results">
      <dl>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <figure className="lectern-start__chart">
        <div aria-label={words.chart(share(mean ?? 0))} className="lectern-start__bars" role="img">
          {tenths.map((part, at) => (
            <span key={at} title={`${at * 10}–${at === 9 ? 100 : at * 10 + 9} %: ${share(part)}`}>
              <i style={{ blockSize: `${(part / most) * 100}%` }} />
            </span>
          ))}
        </div>
        <figcaption>
          <span>{share(0)}</span>
          <span>{share(1)}</span>
        </figcaption>
      </figure>
    </section>
  )
}
