'use client'

import { Button, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'

import { ask } from './ask'
import type { ProtectionWords } from './protectionWords'

/** Asks a licence service whether the school's keys open it. */
export const LicenceCheck = ({ words }: { words: ProtectionWords }) => {
  const isModified = useFormModified()
  const [said, setSaid] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    setSaid(words.busy)
    const answer = await ask<{ isReady: true }>('/api/film-protection/check', {})
    const refused = answer.ok ? null : answer.said.said
    setSaid(
      answer.ok ? words.ready : typeof refused === 'string' ? words.refused(refused) : words.away,
    )
    setBusy(false)
  }

  return (
    <>
      <Button
        buttonStyle="secondary"
        disabled={isModified || isBusy}
        onClick={() => void check()}
        size="small"
      >
        {words.check}
      </Button>
      <p role="status">{isModified ? words.saveChanges : said}</p>
    </>
  )
}
