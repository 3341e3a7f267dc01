'use client'

import type { ShownRestore } from '@/operations/tenancy/schoolRestores'

import type { RestoreWords } from './words'

const LOOK = ['waiting', 'load', 'compare'] as const
const WHOLE = ['waiting', 'backup', 'load', 'compare', 'files', 'rows', 'after'] as const

/** How far a restore is, step by step. */
export const Progress = ({
  restore: { replaces, schoolName, step },
  words,
}: {
  restore: ShownRestore
  words: RestoreWords
}) => {
  const steps: readonly ShownRestore['step'][] = replaces ? WHOLE : LOOK
  const at = steps.indexOf(step)

  return (
    <section aria-live="polite" className="lectern-restore__part">
      <h3>{replaces ? words.under(schoolName) : words.underLook(schoolName)}</h3>
      <progress aria-label={words.steps[step]} max={steps.length} value={at + 0.5} />
      <ol>
        {steps.map((one, index) => (
          <li
            aria-current={index === at ? 'step' : undefined}
            data-state={index < at ? 'done' : index === at ? 'now' : 'next'}
            key={one}
          >
            {words.steps[one]}
          </li>
        ))}
      </ol>
      <p className="lectern-restore__hint">{words.begun}</p>
    </section>
  )
}
