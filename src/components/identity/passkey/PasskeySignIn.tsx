'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

import type { SignedIn } from '../authApi'

import { useErrorText } from '../../shell/useErrorText'
import { hasPasskeys, signInByPasskey } from './ask'

/** Signs in with a passkey, in browsers that have them. */
export const PasskeySignIn = ({ onIn }: { onIn: (signedIn: SignedIn) => void }) => {
  const t = useTranslations('signIn.passkey')
  const errorText = useErrorText()
  const [isThere, setThere] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<null | string>(null)

  useEffect(() => {
    const look = () => setThere(hasPasskeys())
    look()
  }, [])
  if (!isThere) {
    return null
  }
  const press = async () => {
    setBusy(true)
    setError(null)
    const answer = await signInByPasskey()
    setBusy(false)
    if (answer === 'given up') {
      setError('passkeyGivenUp')
    } else if (answer.ok) {
      onIn(answer.data)
    } else {
      setError(answer.code)
    }
  }

  return (
    <>
      <Button loading={busy} onClick={() => void press()} size="large" variant="secondary" wide>
        <KeyRound aria-hidden className="size-5" strokeWidth={1.5} />
        {t('signIn')}
      </Button>
      {error && <Alert tone="danger">{errorText(error)}</Alert>}
    </>
  )
}
