'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { useErrorText } from '@/components/shell/useErrorText'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Field } from '@/components/ui/Field'
import { Textarea } from '@/components/ui/Textarea'
import { LONGEST_REASON } from '@/domain/community/posts'

/** Asks a moderator why something is to go. */
export const ReasonDialog = ({
  error,
  isBusy,
  onClose,
  onRemove,
}: {
  error: null | string
  isBusy: boolean
  onClose: () => void
  onRemove: (reason: string) => void
}) => {
  const t = useTranslations('discussion')
  const say = useErrorText()
  const [reason, setReason] = useState('')

  return (
    <Dialog
      description={t('removeLead')}
      footer={
        <Button
          disabled={reason.trim() === ''}
          loading={isBusy}
          onClick={() => onRemove(reason)}
          variant="danger"
        >
          {t('remove')}
        </Button>
      }
      onOpenChange={(isOpen) => !isOpen && onClose()}
      open
      title={t('removeTitle')}
    >
      <Field error={error ? say(error) : undefined} label={t('reason')} required>
        <Textarea
          dir="auto"
          maxLength={LONGEST_REASON}
          onChange={({ target }) => setReason(target.value)}
          rows={3}
          value={reason}
        />
      </Field>
    </Dialog>
  )
}
