'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { DataExportReport } from '@/domain/privacy/dataExports'

import { ask } from '../ask'
import { wordsIn } from '../words'
import { takeFile } from '../../shell/takeFile'
import { EXPORT_WORDS } from './exportWords'

/** How often a file that is being made is asked about, in milliseconds. */
const EVERY = 2000

/** On a person's form: has a file made of all that the school keeps of them. */
export const PersonExport = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [exports, setExports] = useState<DataExportReport[]>([])
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(i18n.language, EXPORT_WORDS)
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const look = useCallback(
    (): Promise<void> =>
      ask<{ exports: DataExportReport[] }>(`/api/people/${id}/exports`).then((said) => {
        if (said.ok) {
          setExports(said.value.exports)
        }
      }),
    [id],
  )
  const open = exports.find(({ state }) => state === 'waiting' || state === 'working')
  const isMaking = open !== undefined
  useEffect(() => {
    if (id) {
      void look()
    }
  }, [id, look])
  useEffect(() => {
    if (!isMaking) {
      return
    }
    const timer = setInterval(() => void look(), EVERY)

    return () => clearInterval(timer)
  }, [isMaking, look])
  if (!id) {
    return null
  }
  const make = async () => {
    setBusy(true)
    const said = await ask<DataExportReport>(`/api/people/${id}/exports`, {})
    setBusy(false)
    if (said.ok) {
      await look()
    } else {
      toast.error(said.said.code === 'aboveYou' ? words.aboveYou : words.failed)
    }
  }
  const download = async (file: string) => {
    if ((await takeFile(`/api/people/${id}/exports/${file}/file`)) !== null) {
      toast.error(words.failed)
    }
  }

  return (
    <div className="lectern-publication-words lectern-person-part">
      <h3>{words.heading}</h3>
      <p>{words.hint}</p>
      <div aria-live="polite">
        {open && (
          <p>
            {words.making} <progress max={Math.max(1, open.parts)} value={open.done} />
          </p>
        )}
        {exports
          .filter(({ state }) => state === 'done')
          .map((one) => (
            <p key={one.id}>
              <button
                className="lectern-build__button"
                data-second
                onClick={() => void download(one.id)}
                type="button"
              >
                {words.download}
              </button>{' '}
              {words.until(moment.format(new Date(one.expiresAt ?? 0)))}
            </p>
          ))}
      </div>
      <div className="lectern-publication-steps">
        <Button
          buttonStyle="secondary"
          disabled={isBusy || isMaking}
          margin={false}
          onClick={() => void make()}
          size="medium"
        >
          {words.make}
        </Button>
      </div>
    </div>
  )
}
