'use client'

import { useState } from 'react'

import type { Branch, Cue } from '@/domain/catalog/lessons/cues'

import { clockOf, secondsOf } from '@/domain/media/chapters'

import type { Askable } from './useAskable'
import type { CueWords } from './words'

type Given = {
  cue: Cue
  isReadOnly: boolean
  onChange: (change: Partial<Cue>) => void
  onRemove: () => void
  onShow?: () => void
  /** The one that is asked, and those that nothing asks yet. */
  questions: readonly Askable[]
  words: CueWords
}

/** One question of a film: when it is asked, whether it may be passed, and where each of its answers leads. */
export const CueRow = ({
  cue,
  isReadOnly,
  onChange,
  onRemove,
  onShow,
  questions,
  words,
}: Given) => {
  const asked = questions.find(({ id }) => id === cue.id)
  const clock = clockOf(cue.at)

  return (
    <li data-wrong={!asked || undefined}>
      <TimeInput
        isReadOnly={isReadOnly}
        label={words.at}
        onChange={(at) => at !== null && onChange({ at })}
        value={cue.at}
      />
      <label className="lectern-captions-text">
        <span>{words.question}</span>
        <select
          dir="auto"
          disabled={isReadOnly}
          onChange={({ target }) => onChange({ id: target.value, branches: [] })}
          value={cue.id}
        >
          {!asked && <option value={cue.id}>{words.gone}</option>}
          {questions.map(({ id, prompt }) => (
            <option key={id} value={id}>
              {prompt}
            </option>
          ))}
        </select>
      </label>
      <label className="lectern-desk__check">
        <input
          checked={cue.isBlocking}
          disabled={isReadOnly}
          onChange={({ target }) => onChange({ isBlocking: target.checked })}
          type="checkbox"
        />
        <span>{words.isBlocking}</span>
      </label>
      <span className="lectern-captions-acts">
        {onShow && (
          <button
            aria-label={words.show(clock)}
            onClick={onShow}
            title={words.show(clock)}
            type="button"
          >
            ▶
          </button>
        )}
        {!isReadOnly && (
          <button
            aria-label={words.remove(clock)}
            onClick={onRemove}
            title={words.remove(clock)}
            type="button"
          >
            ×
          </button>
        )}
      </span>
      {asked && asked.branches.length > 0 && (
        <details className="lectern-cues__branches" open={cue.branches.length > 0}>
          <summary>{words.branches}</summary>
          <p>{words.branchesHint}</p>
          {asked.branches.map((answer) => (
            <TimeInput
              isReadOnly={isReadOnly}
              key={'id' in answer ? answer.id : answer.answer}
              label={'id' in answer ? answer.text : words.said[answer.answer]}
              onChange={(to) => onChange({ branches: withBranch(cue.branches, answer, to) })}
              value={cue.branches.find((one) => isSame(one, answer))?.to ?? null}
            />
          ))}
        </details>
      )}
    </li>
  )
}

type Named = Askable['branches'][number]

const isSame = (branch: Branch, answer: Named): boolean =>
  'id' in branch
    ? 'id' in answer && branch.id === answer.id
    : 'answer' in answer && branch.answer === answer.answer

const withBranch = (branches: readonly Branch[], answer: Named, to: null | number): Branch[] => [
  ...branches.filter((one) => !isSame(one, answer)),
  ...(to === null ? [] : ['id' in answer ? { id: answer.id, to } : { answer: answer.answer, to }]),
]

/** A second of the film as it stands on a player; what cannot be read is not taken, and an empty one is none. */
const TimeInput = ({
  isReadOnly,
  label,
  onChange,
  value,
}: {
  isReadOnly: boolean
  label: string
  onChange: (seconds: null | number) => void
  value: null | number
}) => {
  const shown = value === null ? '' : clockOf(value)
  const [typed, setTyped] = useState<null | string>(null)
  const seconds = typed === null ? value : secondsOf(typed)
  const isWrong = typed !== null && typed.trim() !== '' && seconds === null

  return (
    <label>
      <span dir="auto">{label}</span>
      <input
        aria-invalid={isWrong}
        dir="ltr"
        inputMode="numeric"
        onBlur={() => {
          if (typed !== null && !isWrong) {
            onChange(typed.trim() === '' ? null : seconds)
          }
          setTyped(null)
        }}
        onChange={({ target }) => setTyped(target.value)}
        placeholder="1:30"
        readOnly={isReadOnly}
        type="text"
        value={typed ?? shown}
      />
    </label>
  )
}
