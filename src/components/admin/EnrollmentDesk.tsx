'use client'

import { Button, useAuth, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { EnrollmentAction } from '@/domain/learning/enrollmentChanges'

import { MANAGERS } from '@/domain/identity/roles'
import { ENROLLMENT_ACTIONS } from '@/domain/learning/enrollmentChanges'

import { MoreForm } from './enrollments/MoreForm'
import { OpenForm } from './enrollments/OpenForm'
import { DeskForm } from './enrollments/DeskForm'
import { useDeskWords } from './enrollments/deskWords'

/** Over the list of enrollments: enrolls people, and does one thing to all that are selected, with a reason. */
export const EnrollmentDesk = () => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const { getSelectedIds, toggleAll } = useSelection()
  const router = useRouter()
  const words = useDeskWords()
  const [action, setAction] = useState<'more' | 'open' | EnrollmentAction | null>(null)
  const selected = getSelectedIds().map(String)
  const mayChange = user?.roles?.some((role) =>
    [...MANAGERS, 'superAdmin'].some((one) => one === role),
  )
  if (!mayChange) {
    return null
  }
  const done = () => {
    setAction(null)
    toggleAll()
    router.refresh()
  }

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
          {selected.length > 0 ? words.selected(selected.length) : words.hint}
        </span>
      </div>
      {action === 'open' && selected.length > 0 && (
        <OpenForm ids={selected} onClose={() => setAction(null)} onDone={done} words={words} />
      )}
      {action === 'more' && selected.length > 0 && (
        <MoreForm ids={selected} onClose={() => setAction(null)} onDone={done} words={words} />
      )}
      {action &&
        action !== 'open' &&
        action !== 'more' &&
        (action === 'enroll' || selected.length > 0) && (
          <DeskForm
            action={action}
            enrollments={selected}
            key={action}
            onClose={() => setAction(null)}
            onDone={done}
            words={words}
          />
        )}
    </section>
  )
}
