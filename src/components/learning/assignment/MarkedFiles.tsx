'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import type { Remark } from '@/domain/learning/assignments/reviews'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { FailedMedia } from '../FailedMedia'

const MarkedPdf = dynamic(async () => (await import('../document/MarkedPdf')).MarkedPdf, {
  ssr: false,
})

/** Comments on pages, as a list, and on the pages themselves for whoever wants to see where. */
export const MarkedFiles = ({
  files,
  remarks,
}: {
  files: readonly WorkFile[]
  remarks: readonly Remark[]
}) => {
  const t = useTranslations('learn.assignment')
  const [isShown, setShown] = useState(false)
  const marks = remarks.map((remark, at) => ({ ...remark, number: at + 1 }))
  const nameOf = (id: string) => files.find((file) => file.id === id)?.filename ?? ''

  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-2">
        {marks.map(({ id, file, number, page, text }) => (
          <li className="flex gap-3" key={id}>
            <span aria-hidden className="pdf-mark-number">
              {number}
            </span>
            <div>
              <p className="text-sm text-muted">
                <bdi>{t('onPage', { file: nameOf(file), page })}</bdi>
              </p>
              <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
                {text}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {!isShown && (
        <Button
          className="self-start"
          onClick={() => setShown(true)}
          size="small"
          variant="secondary"
        >
          {t('pdf.show')}
        </Button>
      )}
      {isShown &&
        files
          .filter(({ id }) => marks.some(({ file }) => file === id))
          .map(({ id, url }) => (
            <MarkedPdf
              failed={(again) => <FailedMedia onRetry={again}>{t('pdf.failed')}</FailedMedia>}
              key={id}
              marks={marks.filter(({ file }) => file === id)}
              src={url}
              words={{
                mark: (number) => t('pdf.mark', { number }),
                page: (number, count) => t('pdf.page', { count, number }),
              }}
            />
          ))}
    </div>
  )
}
