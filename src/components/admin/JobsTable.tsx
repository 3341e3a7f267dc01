import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { readJobs } from '@/operations/events/jobs'

const WORDS = {
  en: {
    active: 'Running',
    done: 'Done',
    failed: 'Failed',
    none: 'There was no work in the last day.',
    oldest: (age: string) => `The oldest has been waiting for ${age}.`,
    title: 'Work of the last day',
    waiting: 'Waiting',
    work: 'Work',
  },
  he: {
    active: 'בביצוע',
    done: 'הושלמו',
    failed: 'נכשלו',
    none: 'לא היו עבודות ביממה האחרונה.',
    oldest: (age: string) => `זמן ההמתנה הארוך ביותר: ${age}.`,
    title: 'עבודות ביממה האחרונה',
    waiting: 'ממתינות',
    work: 'עבודה',
  },
  ru: {
    active: 'Выполняются',
    done: 'Выполнены',
    failed: 'Не удались',
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
  const language = i18n.language === 'he' || i18n.language === 'ru' ? i18n.language : 'en'
  const words = WORDS[language]
  const { jobs, oldestWaiting } = await readJobs({ req: await createLocalReq({ user }, payload) })

  return (
    <section>
      <h3>{words.title}</h3>
      {jobs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="table">
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
    </section>
  )
}
