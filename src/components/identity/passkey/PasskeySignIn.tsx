'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

import type { SignedIn } from '../authApi'

import { useErrorText } from '../../shell/useErrorText'
import { endOffer, hasPasskeys, signInByOffer, signInByPasskey } from './ask'

/** For how long an offer stands, in ms: less than a school waits for its answer. */
const OFFER_MS = 4 * 60_000

/**
 * Signs in with a passkey, in browsers that have them: by the button, and where `isOffered` by the browser's own offer at the field
 * for the address.
 */
export const PasskeySignIn = ({
  isOffered,
  onIn,
}: {
  isOffered: boolean
  onIn: (signedIn: SignedIn) => void
}) => {
  const t = useTranslations('signIn.passkey')
  const errorText = useErrorText()
  const [isThere, setThere] = useState(false)
  const [busy, setBusy] = useState(false)
  const [isIn, setIn] = useState(false)
  const [error, setError] = useState<null | string>(null)

  useEffect(() => {
    const look = () => setThere(hasPasskeys())
    look()
  }, [])
  const offer = useEffectEvent(async () => {
    const answer = await signInByOffer()
    if (answer === 'given up') {
      return
    }
    if (answer.ok) {
      setIn(true)
      onIn(answer.data)
    } else if (answer.code === 'passkeyRefused') {
      setError(answer.code)
    }
  })
  useEffect(() => {
    if (!isOffered || busy || isIn) {
      return
    }
    const begin = async () => {
      await offer()
    }
    void begin()
    const renewal = setInterval(() => void begin(), OFFER_MS)

    return () => clearInterval(renewal)
  }, [busy, isIn, isOffered])
  useEffect(() => endOffer, [])
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
      setIn(true)
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
