import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import type { JobFailure } from '@/operations/events/jobs'

import { readJobs } from '@/operations/events/jobs'

import { wordsIn } from './words'

const WORDS = {
  en: {
    active: 'Running',
    attempt: (count: number) => `attempt ${count}`,
    done: 'Done',
    failed: 'Failed',
    failures: 'What failed last',
    givenUp: 'given up',
    none: 'There was no work in the last day.',
    oldest: (age: string) => `The oldest has been waiting for ${age}.`,
    title: 'Work of the last day',
    waiting: 'Waiting',
    work: 'Work',
  },
  he: {
    active: 'בביצוע',
    attempt: (count: number) => `ניסיון ${count}`,
    done: 'הושלמו',
    failed: 'נכשלו',
    failures: 'הכישלונות האחרונים',
    givenUp: 'ללא ניסיון נוסף',
    none: 'לא היו עבודות ביממה האחרונה.',
    oldest: (age: string) => `זמן ההמתנה הארוך ביותר: ${age}.`,
    title: 'עבודות ביממה האחרונה',
    waiting: 'ממתינות',
    work: 'עבודה',
  },
  ru: {
    active: 'Выполняются',
    attempt: (count: number) => `попытка ${count}`,
    done: 'Выполнены',
    failed: 'Не удались',
    failures: 'Последние неудачи',
    givenUp: 'больше не повторяется',
    none: 'За последние сутки заданий не было.',
    oldest: (age: string) => `Самое долгое ожидание: ${age}.`,
    title: 'Задания за последние сутки',
    waiting: 'Ожидают',
    work: 'Задание',
  },
}

const STATES = ['waiting', 'active', 'failed', 'done'] as const

/** A number of seconds in words, in seconds, minutes or hours. */
const ageIn = (language: string, seconds: number): string => {
  const [unit, length] =
    seconds < 120 ? ['second', 1] : seconds < 7200 ? ['minute', 60] : ['hour', 3600]

  return new Intl.NumberFormat(language, {
    maximumFractionDigits: 0,
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'long',
  }).format(Math.floor(seconds / Number(length)))
}

/**
 * How much of each piece of work waits, runs, failed and was done, above the list of what failed for
 * good. Shown where that list is, and so to its readers alone.
 */
export const JobsTable = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const { language } = i18n
  const words = wordsIn(language, WORDS)
  const { failures, jobs, oldestWaiting } = await readJobs({
    req: await createLocalReq({ user }, payload),
  })

  return (
    <section>
      <h3>{words.title}</h3>
      {jobs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="table lectern-jobs">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.work}</th>
                {STATES.map((state) => (
                  <th key={state} scope="col">
                    {words[state]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <tr key={job.reaction}>
                  <th scope="row">{job.reaction}</th>
                  {STATES.map((state) => (
                    <td key={state}>{job[state]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {oldestWaiting !== null && <p>{words.oldest(ageIn(language, oldestWaiting))}</p>}
      <Failures failures={failures} words={words} />
    </section>
  )
}

/** The jobs whose last attempt failed, and why; those that will be tried again and those that were given up. */
const Failures = ({
  failures,
  words,
}: {
  failures: readonly JobFailure[]
  words: (typeof WORDS)['en']
}) =>
  failures.length > 0 && (
    <>
      <h4>{words.failures}</h4>
      <ul>
        {failures.map(({ at, attempts, isFinal, reaction, reason }) => (
          <li key={`${reaction}${at}`}>
            <strong dir="ltr">{reaction}</strong>{' '}
            <span>({isFinal ? words.givenUp : words.attempt(attempts)})</span>
            <br />
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
