'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Skeleton } from '@/components/ui/Skeleton'
import { Stack } from '@/components/ui/Stack'

import { MoveForm } from './MoveForm'
import { OpenMoveNote } from './OpenMoveNote'
import { usePlace } from './usePlace'

/** The button beside a paid line, and the dialog in which its place is moved or given away. */
export const MovePlace = ({ line, title }: { line: string; title: string }) => {
  const t = useTranslations('account.orders.move')
  const errorText = useErrorText()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [isDone, setDone] = useState(false)
  const { fault, isBusy, move, place, release } = usePlace(line, isOpen && !isDone)
  const show = (open: boolean) => {
    setOpen(open)
    if (!open && isDone) {
      router.refresh()
    }
  }

  return (
    <Dialog
      description={title}
      onOpenChange={show}
      open={isOpen}
      title={t('title')}
      trigger={
        <Button className="mb-2" size="small" variant="secondary">
          {t('open')}
        </Button>
      }
    >
      <Stack gap={6}>
        {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
        {isDone && (
          <Alert title={t('doneTitle')} tone="success">
            {t('doneBody')}
          </Alert>
        )}
        {isDone && (
          <Button className="self-start" onClick={() => show(false)}>
            {t('close')}
          </Button>
        )}
        {!isDone && !place && !fault && <Skeleton className="h-40" />}
        {!isDone && place?.open && (
          <OpenMoveNote
            currency={place.currency}
            isBusy={isBusy}
            move={place.open}
            onRelease={() => void release()}
          />
        )}
        {!isDone && place && !place.open && (
          <MoveForm
            isBusy={isBusy}
            onCancel={() => show(false)}
            onMove={async (to, price) => {
              const moving = await move(to, { price })
              if (moving?.url) {
                globalThis.location.assign(moving.url)

                return
              }
              setDone(moving !== null)
            }}
            place={place}
          />
        )}
      </Stack>
    </Dialog>
  )
}
