import type { Locale } from '@/domain/tenancy/locales'
import type { ItemStatistics } from '@/operations/learning/itemStatistics'

import type { StatisticsWords } from './words'

import { numbersIn } from './numbers'

type Props = { items: readonly ItemStatistics[]; language: Locale; words: StatisticsWords }

const Difficulty = ({ language, share }: { language: Locale; share: null | number }) =>
  share === null ? (
    <>–</>
  ) : (
    <span className="lectern-share">
      <meter max={1} min={0} value={share} />
      <span>{numbersIn(language).share(share)}</span>
    </span>
  )

const Answers = ({ item, language, words }: Omit<Props, 'items'> & { item: ItemStatistics }) => {
  const { decimal } = numbersIn(language)
  const textOf = ({ id, text }: ItemStatistics['answers'][number]) =>
    item.kind === 'trueFalse' ? words.truth[id === 'true' ? 'true' : 'false'] : text

  return (
    <details>
      <summary>{words.answers}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.chosen}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.discrimination}</th>
          </tr>
        </thead>
        <tbody>
          {item.answers.map((answer) => (
            <tr key={answer.id}>
              <th dir="auto" scope="row">
                {textOf(answer)}
                {answer.isRight && <b> · {words.right}</b>}
              </th>
              <td>{answer.chosen}</td>
              <td>
                <Difficulty language={language} share={answer.share} />
              </td>
              <td>{answer.discrimination === null ? '–' : decimal(answer.discrimination)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** What is said of each question: how hard it is, how well it tells learners apart, and what is wrong with it. */
export const Items = ({
  isOfBank = false,
  items,
  language,
  words,
}: Props & {
  /** Whether they are one question of the bank in several quizzes and versions. */
  isOfBank?: boolean
}) => {
  const { decimal } = numbersIn(language)

  return (
    <div className="lectern-statistics__items">
      <table>
        <thead>
          <tr>
            <th scope="col">{isOfBank ? words.quiz : words.question}</th>
            <th scope="col">{words.asked}</th>
            <th scope="col" title={words.difficultyHint}>
              {words.difficulty}
            </th>
            <th scope="col" title={words.discriminationHint}>
              {words.discrimination}
            </th>
            <th scope="col">{words.look}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.quiz.id}:${item.question}:${item.version}`}>
              <th scope="row">
                <span dir="auto">{isOfBank ? item.quiz.title : item.prompt}</span>
                {item.bank && (
                  <small>
                    {isOfBank ? '' : `${words.bank}, `}
                    {words.version(item.version)}
                  </small>
                )}
                {item.answers.length > 0 && (
                  <Answers item={item} language={language} words={words} />
                )}
              </th>
              <td>{item.asked}</td>
              <td>
                <Difficulty language={language} share={item.difficulty} />
              </td>
              <td>{item.discrimination === null ? '–' : decimal(item.discrimination)}</td>
              <td>
                {item.flags.map((flag) => (
                  <span className="lectern-flag" key={flag}>
                    {words.flags[flag]}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
