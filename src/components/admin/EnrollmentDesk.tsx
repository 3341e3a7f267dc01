'use client'

import { useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { Desk } from './enrollments/Desk'

/** Over the list of enrollments: what can be done with those that are selected in it. */
export const EnrollmentDesk = () => {
  const { getSelectedIds, toggleAll } = useSelection()
  const router = useRouter()
  const done = () => {
    toggleAll()
    router.refresh()
  }

  return <Desk onDone={done} selected={getSelectedIds().map(String)} />
}
