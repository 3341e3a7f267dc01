'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'

import type { DataExportReport } from '@/domain/privacy/dataExports'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Progress } from '@/components/ui/Progress'
import { Text } from '@/components/ui/Text'

import { callApi } from '../shell/api'
import { takeFile } from '../shell/takeFile'
import { useErrorText } from '../shell/useErrorText'

/** How often a file that is being made is asked about, in milliseconds. */
const EVERY = 2000

const isOpen = ({ state }: DataExportReport): boolean => state === 'waiting' || state === 'working'

/** Has a file made of everything that the school keeps of one, and gives it out once it is done. */
export const ExportPart = ({
  known,
  timeZone,
}: {
  known: DataExportReport[]
  timeZone: string
}) => {
  const t = useTranslations('account.privacy')
  const errorText = useErrorText()
  const [exports, setExports] = useState(known)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const isMaking = exports.some(isOpen)
  const look = useCallback(async () => {
    const said = await callApi<{ exports: DataExportReport[] }>('/api/account/exports')
    if (said.ok) {
      setExports(said.data.exports)
    }
  }, [])
  useEffect(() => {
    if (!isMaking) {
      return
    }
    const timer = setInterval(() => void look(), EVERY)

    return () => clearInterval(timer)
  }, [isMaking, look])
  const act = async (work: () => Promise<null | string>) => {
    setBusy(true)
    setError(await work())
    setBusy(false)
  }
  const make = () =>
    act(async () => {
      const said = await callApi<DataExportReport>('/api/account/exports', { body: {} })
      if (said.ok) {
        await look()
      }

      return said.ok ? null : errorText(said.code)
    })
  const download = (id: string) =>
    act(async () => {
      const code = await takeFile(`/api/account/exports/${id}/file`)

      return code && errorText(code)
    })

  return (
    <div className="flex flex-col gap-4">
      {exports.map((one) => (
        <div className="flex flex-col gap-2" key={one.id}>
          {isOpen(one) ? (
            <>
              <Progress label={t('making')} value={(100 * one.done) / Math.max(1, one.parts)} />
              <Text tone="muted">{t('makingHint')}</Text>
            </>
          ) : one.state === 'failed' ? (
            <Alert tone="danger">{t('exportFailed')}</Alert>
          ) : (
            <>
              <Text>
                {t.rich('exportUntil', {
                  date: () => (
                    <DateTime show="date" timeZone={timeZone} value={one.expiresAt ?? ''} />
                  ),
                  made: () => (
                    <DateTime show="dateTime" timeZone={timeZone} value={one.createdAt} />
                  ),
                })}
              </Text>
              <Button
                className="self-start"
                loading={isBusy}
                onClick={() => void download(one.id)}
                variant="secondary"
              >
                {t('download')}
              </Button>
            </>
          )}
        </div>
      ))}
      {!isMaking && (
        <Button
          className="self-start"
          loading={isBusy}
          onClick={() => void make()}
          variant="secondary"
        >
          {t('make')}
        </Button>
      )}
      {error && <Alert tone="danger">{error}</Alert>}
    </div>
  )
}
