'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { ask } from '../ask'
import { wordsIn } from '../words'
import { WORDS } from './words'

/** Pays out what has cleared, to one holder or, without one, to everybody. */
export const PayOut = ({ holder }: { holder?: string }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const pay = async () => {
    setBusy(true)
    const said = await ask<{ payouts: object[] }>('/api/earnings/payouts', holder ? { holder } : {})
    setBusy(false)
    if (!said.ok) {
      toast.error(words.failed)
    } else if (said.value.payouts.length === 0) {
      toast.info(words.nothing)
    } else {
      toast.success(words.sent)
      router.refresh()
    }
  }

  return (
    <Button
      buttonStyle={holder ? 'secondary' : 'primary'}
      disabled={isBusy}
      margin={false}
      onClick={() => void pay()}
      size="medium"
    >
      {holder ? words.pay : words.payAll}
    </Button>
  )
}

/** Opens an account of the school's own: the one that the platform pays what it collected to, or, `direct`, the one that sales go to at once. */
export const OpenAccount = ({ direct = false }: { direct?: boolean }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const [isBusy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    const said = await ask<{ url: string }>('/api/earnings/account', {
      direct,
      school: true,
    })
    if (said.ok) {
      window.location.assign(said.value.url)
    } else {
      setBusy(false)
      toast.error(words.failed)
    }
  }

  return (
    <Button
      buttonStyle="secondary"
      disabled={isBusy}
      margin={false}
      onClick={() => void open()}
      size="medium"
    >
      {direct ? words.directAccount : words.account}
    </Button>
  )
}
