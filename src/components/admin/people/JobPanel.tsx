'use client'

import { useEffect, useState } from 'react'

import type { LineResult, PeopleJobReport } from '@/domain/identity/people/job'

import { LINE_RESULTS } from '@/domain/identity/people/job'

import type { DeskWords } from './deskWords'

import { ask } from '../ask'
import { FileLink } from '../FileLink'

/** Work on many people, and the first lines of it that were refused. */
export type ShownJob = PeopleJobReport & {
  refused?: { email: null | string; position: number; reason: string }[]
}

/** How often work that goes on is asked for, in ms. */
const OFTEN = 1000

const isGoing = ({ state }: ShownJob): boolean => state === 'running' || state === 'checking'

const useJob = (first: ShownJob, onDone: () => void): [ShownJob, (job: ShownJob) => void] => {
  const [job, setJob] = useState(first)
  const going = isGoing(job)
  useEffect(() => {
    if (!going) {
      return
    }
    const timer = setInterval(() => {
      void ask<ShownJob>(`/api/people-jobs/${job.id}/report`).then((said) => {
        if (said.ok) {
          setJob(said.value)
          if (!isGoing(said.value)) {
            onDone()
          }
        }
      })
    }, OFTEN)

    return () => clearInterval(timer)
  }, [going, job.id, onDone])

  return [job, setJob]
}

const SHOWN: readonly LineResult[] = LINE_RESULTS.filter((one) => one !== 'waiting')

const Progress = ({ job, words }: { job: ShownJob; words: DeskWords }) => {
  const done = job.total - job.counts.waiting

  return (
    <>
      <label className="lectern-transfer__progress">
        <span aria-live="polite">{words.of(done, job.total)}</span>
        <progress max={Math.max(job.total, 1)} value={done} />
      </label>
      <dl className="lectern-people__counts">
        {SHOWN.map((one) => (
          <div data-result={one} key={one}>
            <dt>{words.results[one]}</dt>
            <dd>{job.counts[one]}</dd>
          </div>
        ))}
      </dl>
      {(job.refused ?? []).length > 0 && (
        <ul className="lectern-people__refused">
          {(job.refused ?? []).map(({ email, position, reason }) => (
            <li key={position}>
              {words.line(position)}: <bdi>{email}</bdi> – {words.reasons[reason] ?? reason}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Mapping = ({
  job,
  onJob,
  words,
}: {
  job: ShownJob
  onJob: (job: ShownJob) => void
  words: DeskWords
}) => {
  const [mapping, setMapping] = useState(job.mapping)
  const [invites, setInvites] = useState(false)
  const [problem, setProblem] = useState('')
  const start = async (isDry: boolean) => {
    const said = await ask<ShownJob>(`/api/people-jobs/${job.id}/start`, {
      invites,
      isDry,
      mapping,
    })
    if (said.ok) {
      onJob(said.value)
    } else {
      setProblem(words.failed)
    }
  }
  const isReady = mapping.includes('email')

  return (
    <>
      <fieldset className="lectern-people__mapping">
        <legend>{words.mapping}</legend>
        {job.columns.map((column, at) => (
          <label key={`${at} ${column}`}>
            <span>
              <bdi>{column}</bdi>
              <small>
                <bdi>{job.sample[0]?.[at]}</bdi>
              </small>
            </span>
            <select
              onChange={({ target }) =>
                setMapping(
                  mapping.map((one, place) =>
                    place === at
                      ? ((target.value || null) as typeof one)
                      : one === target.value
                        ? null
                        : one,
                  ),
                )
              }
              value={mapping[at] ?? ''}
            >
              <option value="">{words.nothing}</option>
              {Object.entries(words.fields).map(([field, name]) => (
                <option key={field} value={field}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <label className="lectern-desk__check">
        <input
          checked={invites}
          onChange={({ target }) => setInvites(target.checked)}
          type="checkbox"
        />{' '}
        {words.invites}
      </label>
      <div className="lectern-people__acts">
        <button
          className="lectern-build__button"
          data-second
          disabled={!isReady}
          onClick={() => void start(true)}
          type="button"
        >
          {words.check}
        </button>
        <button
          className="lectern-build__button"
          disabled={!isReady}
          onClick={() => void start(false)}
          type="button"
        >
          {words.bringIn}
        </button>
      </div>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}

/** Work on many people: what a file holds before it is brought in, how far it is, and what became of it. */
export const JobPanel = ({
  first,
  onDone,
  words,
}: {
  first: ShownJob
  onDone: () => void
  words: DeskWords
}) => {
  const [job, setJob] = useJob(first, onDone)
  const isOpen = job.state === 'draft' || job.state === 'checked'

  return (
    <section className="lectern-people__state" data-job={job.state}>
      {job.state !== 'draft' && <Progress job={job} words={words} />}
      {job.state === 'checked' && <p>{words.checkOk}</p>}
      {(job.state === 'checked' || job.state === 'done') && (
        <FileLink href={`/api/people-jobs/${job.id}/result.csv`}>{words.download}</FileLink>
      )}
      {isOpen && <Mapping job={job} onJob={setJob} words={words} />}
    </section>
  )
}
