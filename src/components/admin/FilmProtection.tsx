'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { Protection } from '@/operations/media/filmProtection'

import { ask } from './ask'
import { LicenceCheck } from './LicenceCheck'
import { PROTECTION_WORDS } from './protectionWords'
import { wordsIn } from './words'

/** How often it is asked how far films are, in ms, while some are being made anew. */
const OFTEN = 5_000

const useProtection = (account: unknown) => {
  const [protection, setProtection] = useState<null | Protection>(null)
  const look = useCallback(async () => {
    const answer = await ask<Protection>('/api/film-protection')
    if (answer.ok) {
      setProtection(answer.value)
    }
  }, [])
  const isUnderWay = (protection?.waiting ?? 0) > 0
  useEffect(() => {
    if (!account) {
      return
    }
    const first = setTimeout(() => void look(), 0)
    const again = isUnderWay ? setInterval(() => void look(), OFTEN) : undefined

    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [account, isUnderWay, look])

  return { look, protection }
}

/** On the page of an account for licences: whether films are protected, how many are not yet as they are to be, and why the last licence was not given. */
export const FilmProtection = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, PROTECTION_WORDS)
  const { look, protection } = useProtection(id)
  const [isBusy, setBusy] = useState(false)
  if (!id) {
    return <p className="field-description">{words.saveFirst}</p>
  }
  if (!protection) {
    return null
  }
  const { failed, failedAt, isOn, lacksPackager, lastError, others, waiting } = protection
  const remake = async () => {
    setBusy(true)
    const answer = await ask<{ films: number }>('/api/film-protection/films', {})
    if (answer.ok) {
      toast.success(words.queued(answer.value.films))
    } else {
      toast.error(words.notQueued)
    }
    await look()
    setBusy(false)
  }

  return (
    <section aria-label={words.heading} className="field-type lectern-film-protection">
      <p role="status">
        <b>{isOn ? words.on : words.off}</b> {words.films(protection.protected)}
      </p>
      {waiting > 0 && <p>{words.waiting(waiting)}</p>}
      {failed > 0 && <p>{words.failed(failed)}</p>}
      {lacksPackager && <p>{words.lacksPackager}</p>}
      {others > 0 && (
        <>
          <p>{isOn ? words.open(others) : words.stillProtected(others)}</p>
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={() => void remake()}
            size="small"
          >
            {isOn ? words.protect(others) : words.release(others)}
          </Button>
        </>
      )}
      <LicenceCheck words={words} />
      {lastError && (
        <p>
          {words.lastError(
            new Intl.DateTimeFormat(i18n.language, {
              dateStyle: 'medium',
              timeStyle: 'short',
            }).format(new Date(failedAt ?? 0)),
          )}{' '}
          <code dir="ltr">{lastError}</code>
        </p>
      )}
    </section>
  )
}
