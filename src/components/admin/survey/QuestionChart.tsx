import type { Locale } from '@/domain/tenancy/locales'
import type { QuestionResult } from '@/domain/learning/surveys/results'

import type { SurveyWords } from './words'

/** What was answered to one question: a bar with its number for each possible answer, or the texts themselves. */
export const QuestionChart = ({
  language,
  question: { id, answered, kind, mean, nps, prompt, tallies, texts },
  words,
}: {
  language: Locale
  question: QuestionResult
  words: SurveyWords
}) => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(language, { maximumFractionDigits: 0, style: 'percent' })
  const facts = [
    words.answered(number.format(answered)),
    ...(mean === null ? [] : [words.mean(number.format(mean))]),
    ...(nps === null ? [] : [words.nps(number.format(nps))]),
  ]

  return (
    <section aria-labelledby={`question-${id}`} className="lectern-domain">
      <h2 id={`question-${id}`}>
        <bdi>{prompt}</bdi>
      </h2>
      <p>{facts.join(' · ')}</p>
      {answered === 0 && <p className="lectern-empty">{words.none}</p>}
      {answered > 0 && kind === 'text' && (
        <ul className="lectern-survey__texts">
          {texts.map((text, at) => (
            <li dir="auto" key={at}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {answered > 0 && kind !== 'text' && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.answer}</th>
              <th scope="col">{words.count}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {tallies.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.text}</bdi>
                </th>
                <td>{number.format(one.count)}</td>
                <td>
                  <span className="lectern-share">
                    <meter
                      aria-label={`${one.text}: ${share.format(one.share)}`}
                      max={1}
                      min={0}
                      value={one.share}
                    />
                    <span>{share.format(one.share)}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
