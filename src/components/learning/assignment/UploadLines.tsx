'use client'

import { RotateCcw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { useErrorText } from '@/components/shell/useErrorText'
import { Button } from '@/components/ui/Button'
import { Progress } from '@/components/ui/Progress'
import { Text } from '@/components/ui/Text'

import type { Upload } from './useUploads'

/** Files on their way, how far each is, and why one did not arrive. */
export const UploadLines = ({
  list,
  onRetry,
  onStop,
}: {
  list: readonly Upload[]
  onRetry: (upload: Upload) => void
  onStop: (id: number) => void
}) => {
  const t = useTranslations('learn.assignment')
  const say = useErrorText()

  return (
    <ul aria-live="polite" className="flex flex-col gap-3">
      {list.map((upload) => {
        const { id, code, file, share } = upload
        const { name } = file

        return (
          <li className="flex items-center gap-3" key={id}>
            <div className="min-w-0 flex-1">
              <p className="text-sm font-semibold wrap-anywhere">
                <bdi>{name}</bdi>
              </p>
              {code ? (
                <Text size="small" tone="danger">
                  {say(code)}
                </Text>
              ) : (
                <Progress label={t('sending', { name })} quiet value={share * 100} />
              )}
            </div>
            {code && (
              <Button
                aria-label={t('retry', { name })}
                onClick={() => onRetry(upload)}
                size="icon"
                variant="quiet"
              >
                <RotateCcw aria-hidden className="size-5" strokeWidth={1.5} />
              </Button>
            )}
            <Button
              aria-label={code ? t('remove', { name }) : t('stop', { name })}
              onClick={() => onStop(id)}
              size="icon"
              variant="quiet"
            >
              <X aria-hidden className="size-5" strokeWidth={1.5} />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
