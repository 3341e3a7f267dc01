'use client'

import { Alert } from '@/components/ui/Alert'

import { useErrorText } from '../../shell/useErrorText'
import { ShutAccount } from '../ShutAccount'
import { useRefusal } from './useRefusal'

/** Says why somebody who comes back from a provider was not let in. */
export const RefusalAlert = () => {
  const errorText = useErrorText()
  const refusal = useRefusal()
  if (!refusal) {
    return null
  }
  const isShut = refusal.code === 'accountSuspended' || refusal.code === 'accountBanned'

  return (
    <Alert tone={refusal.code === 'providerGivenUp' ? 'warning' : 'danger'}>
      {isShut ? <ShutAccount {...refusal} /> : errorText(refusal.code)}
    </Alert>
  )
}
