'use client'

import { useBuilder } from './context'
import { copyStep, markStep, publishStep } from './steps'

/** Lessons of one request. */
const AT_ONCE = 100

const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )

/** What is done with all selected lessons at once. */
export const SelectionBar = () => {
  const {
    ask,
    curriculum: { run },
    selection: { clear, selected },
    words,
  } = useBuilder()
  if (selected.length === 0) {
    return null
  }
  const about = { lessons: selected, sections: [] }
  const each = (step: (ids: string[]) => Parameters<typeof run>[0]) => {
    chunksOf(selected).forEach((ids) => void run(step(ids)))
    clear()
  }
  const actions: [label: string, act: () => void][] = [
    [words.moveTo, () => ask({ about, dialog: 'move' })],
    [words.publish, () => each((ids) => publishStep(ids, true))],
    [words.unpublish, () => each((ids) => publishStep(ids, false))],
    [words.previewOn, () => each((ids) => markStep(ids, true))],
    [
      words.duplicate,
      () =>
        each((lessons) => copyStep({ lessons, sections: [] }, words.done.copied(lessons.length))),
    ],
    [words.delete, () => ask({ about, dialog: 'delete' })],
  ]

  return (
    <div
      aria-label={words.pickedCount(selected.length)}
      className="lectern-build__selection"
      role="toolbar"
    >
      <strong aria-live="polite">{words.pickedCount(selected.length)}</strong>
      {actions.map(([label, act]) => (
        <button className="lectern-build__quiet" key={label} onClick={act} type="button">
          {label}
        </button>
      ))}
      <button className="lectern-build__quiet" onClick={clear} type="button">
        {words.selectNone}
      </button>
    </div>
  )
}
