'use client'

import type { ReactNode } from 'react'

import type { ReleaseRule } from '@/domain/catalog/release'

import { MOST_RELEASE_DAYS, RELEASE_KINDS } from '@/domain/catalog/release'

import type { Named } from './tell'
import type { ReleaseWords } from './words'

import { useReleaseWords } from './words'

type Part<Kind extends ReleaseRule['kind']> = {
  onChange: (rule: ReleaseRule) => void
  /** Sections and lessons that may be named: all but the row itself. */
  others: readonly Named[]
  rule: Extract<ReleaseRule, { kind: Kind }>
  words: ReleaseWords
}

const tomorrow = (): string =>
  `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T00:00`

const quizzesIn = (sections: readonly Named[]) =>
  sections.flatMap(({ lessons }) => lessons.filter(({ kind }) => kind === 'quiz'))

const firstOf = (kind: ReleaseRule['kind'], others: readonly Named[]): null | ReleaseRule => {
  switch (kind) {
    case 'after':
      return { kind }
    case 'date':
      return { at: tomorrow(), kind, zone: 'learner' }
    case 'days':
      return { days: 7, kind }
    case 'grade': {
      const [quiz] = quizzesIn(others)

      return quiz ? { kind, lesson: quiz.id, percent: 70 } : null
    }
  }
}

/** When a section or lesson opens: a kind of rule, and what that kind asks. */
export const ReleaseEditor = ({
  isReadOnly = false,
  itself,
  onChange,
  sections,
  value,
}: {
  isReadOnly?: boolean
  /** Id of the section or lesson; undefined while it is new. */
  itself: string | undefined
  onChange: (rule: null | ReleaseRule) => void
  sections: readonly Named[]
  value: null | ReleaseRule
}) => {
  const words = useReleaseWords()
  const others = sections
    .filter(({ id }) => id !== itself)
    .map((section) => ({
      ...section,
      lessons: section.lessons.filter(({ id }) => id !== itself),
    }))

  return (
    <fieldset className="lectern-release" disabled={isReadOnly}>
      <Field label={words.kind}>
        <select
          onChange={({ target }) => {
            const kind = RELEASE_KINDS.find((one) => one === target.value)
            onChange(kind ? firstOf(kind, others) : null)
          }}
          value={value?.kind ?? 'none'}
        >
          <option value="none">{words.kinds.none}</option>
          {RELEASE_KINDS.map((kind) => (
            <option
              disabled={kind === 'grade' && quizzesIn(others).length === 0}
              key={kind}
              value={kind}
            >
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </Field>
      {value?.kind === 'date' && (
        <DateRule onChange={onChange} others={others} rule={value} words={words} />
      )}
      {value?.kind === 'days' && (
        <DaysRule onChange={onChange} others={others} rule={value} words={words} />
      )}
      {value?.kind === 'after' && (
        <AfterRule onChange={onChange} others={others} rule={value} words={words} />
      )}
      {value?.kind === 'grade' && (
        <GradeRule onChange={onChange} others={others} rule={value} words={words} />
      )}
    </fieldset>
  )
}

const Field = ({ children, label }: { children: ReactNode; label: string }) => (
  <label>
    <span>{label}</span>
    {children}
  </label>
)

const DateRule = ({ onChange, rule, words }: Part<'date'>) => (
  <>
    <Field label={words.at}>
      <input
        onChange={({ target }) => target.value && onChange({ ...rule, at: target.value })}
        required
        type="datetime-local"
        value={rule.at}
      />
    </Field>
    <Field label={words.zone}>
      <select
        onChange={({ target }) =>
          onChange({ ...rule, zone: target.value === 'school' ? 'school' : 'learner' })
        }
        value={rule.zone}
      >
        <option value="learner">{words.zones.learner}</option>
        <option value="school">{words.zones.school}</option>
      </select>
    </Field>
    <p>{words.zoneHint}</p>
  </>
)

const DaysRule = ({ onChange, rule, words }: Part<'days'>) => (
  <>
    <Field label={words.days}>
      <input
        max={MOST_RELEASE_DAYS}
        min={1}
        onChange={({ target }) => onChange({ ...rule, days: target.valueAsNumber || 1 })}
        required
        type="number"
        value={rule.days}
      />
    </Field>
    <p>{words.daysHint}</p>
  </>
)

const AfterRule = ({ onChange, others, rule, words }: Part<'after'>) => (
  <Field label={words.what}>
    <select
      onChange={({ target }) => {
        const [item, id] = target.value.split(':')
        onChange(id && item ? { [item]: id, kind: 'after' } : { kind: 'after' })
      }}
      value={
        rule.lesson
          ? `lesson:${rule.lesson}`
          : rule.section
            ? `section:${rule.section}`
            : 'previous'
      }
    >
      <option value="previous">{words.afterPrevious}</option>
      <optgroup label={words.sectionsLabel}>
        {others.map(({ id, title }) => (
          <option key={id} value={`section:${id}`}>
            {title}
          </option>
        ))}
      </optgroup>
      {others.map(({ id, lessons, title }) => (
        <optgroup key={id} label={title}>
          {lessons.map((lesson) => (
            <option key={lesson.id} value={`lesson:${lesson.id}`}>
              {lesson.title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </Field>
)

const GradeRule = ({ onChange, others, rule, words }: Part<'grade'>) => (
  <>
    <Field label={words.gradeQuiz}>
      <select
        onChange={({ target }) => onChange({ ...rule, lesson: target.value })}
        value={rule.lesson}
      >
        {quizzesIn(others).map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </Field>
    <Field label={words.gradePercent}>
      <input
        max={100}
        min={1}
        onChange={({ target }) => onChange({ ...rule, percent: target.valueAsNumber || 1 })}
        required
        type="number"
        value={rule.percent}
      />
    </Field>
  </>
)
