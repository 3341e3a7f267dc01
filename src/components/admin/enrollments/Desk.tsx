'use client'

import { Button, useAuth } from '@payloadcms/ui'
import { useState } from 'react'

import type { EnrollmentAction } from '@/domain/learning/enrollmentChanges'

import { MANAGERS } from '@/domain/identity/roles'
import { ENROLLMENT_ACTIONS } from '@/domain/learning/enrollmentChanges'

import { DeskForm } from './DeskForm'
import { useDeskWords } from './deskWords'
import { MoreForm } from './MoreForm'
import { OpenForm } from './OpenForm'

/** Enrolls people, and does one thing to all enrollments that are selected, with a reason. For managers; others see nothing. */
export const Desk = ({
  course,
  hint,
  onDone,
  selected,
}: {
  /** The course that all is about; any where it is left out. */
  course?: string
  /** What is said while nothing is selected. */
  hint?: string
  onDone: () => void
  selected: readonly string[]
}) => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const words = useDeskWords()
  const [action, setAction] = useState<'more' | 'open' | EnrollmentAction | null>(null)
  const mayChange = user?.roles?.some((role) =>
    [...MANAGERS, 'superAdmin'].some((one) => one === role),
  )
  if (!mayChange) {
    return null
  }
  const close = () => setAction(null)
  const done = () => {
    close()
    onDone()
  }
  const forAll = { ids: selected, onClose: close, onDone: done, words }
  const isReady = action !== null && (action === 'enroll' || selected.length > 0)

  return (
    <section className="lectern-desk">
      <div className="lectern-desk__buttons">
        {([...ENROLLMENT_ACTIONS, 'open', 'more'] as const).map((one) => (
          <Button
            aria-expanded={action === one}
            buttonStyle={one === 'enroll' ? 'primary' : 'secondary'}
            disabled={one !== 'enroll' && selected.length === 0}
            key={one}
            margin={false}
            onClick={() => setAction(action === one ? null : one)}
            size="small"
          >
            {words.actions[one]}
          </Button>
        ))}
        <span aria-live="polite">
          {selected.length > 0 ? words.selected(selected.length) : (hint ?? words.hint)}
        </span>
      </div>
      {isReady && action === 'open' && <OpenForm {...forAll} />}
      {isReady && action === 'more' && <MoreForm {...forAll} />}
      {isReady && action !== 'open' && action !== 'more' && (
        <DeskForm
          action={action}
          course={course}
          enrollments={selected}
          key={action}
          onClose={close}
          onDone={done}
          words={words}
        />
      )}
    </section>
  )
}
