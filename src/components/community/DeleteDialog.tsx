'use client'

import { useTranslations } from 'next-intl'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'

/** Asks whoever wrote something whether it is to go: it cannot be brought back. */
export const DeleteDialog = ({
  error,
  isBusy,
  onClose,
  onDelete,
}: {
  error: null | string
  isBusy: boolean
  onClose: () => void
  onDelete: () => void
}) => {
  const t = useTranslations('discussion')
  const say = useErrorText()

  return (
    <Dialog
      description={t('deleteLead')}
      footer={
        <>
          <Button onClick={onClose} variant="quiet">
            {t('cancel')}
          </Button>
          <Button loading={isBusy} onClick={onDelete} variant="danger">
            {t('delete')}
          </Button>
        </>
      }
      onOpenChange={(isOpen) => !isOpen && onClose()}
      open
      title={t('deleteTitle')}
    >
      {error && <Alert tone="danger">{say(error)}</Alert>}
    </Dialog>
  )
}
