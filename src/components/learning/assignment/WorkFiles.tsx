'use client'

import { Paperclip } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/TextLink'
import { fileSize } from '@/domain/catalog/resources'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

/** Files of somebody's work, each opened by its name; `action` stands at the end of a line. */
export const WorkFiles = ({
  action,
  files,
}: {
  action?: (file: WorkFile) => React.ReactNode
  files: readonly WorkFile[]
}) => {
  const t = useTranslations('learn.assignment')
  const format = useFormatter()

  return (
    <ul className="divide-y divide-line border-y border-line">
      {files.map((file) => {
        const { unit, value } = fileSize(file.size)

        return (
          <li className="flex items-center gap-3" key={file.id}>
            <TextLink
              aria-label={t('open', { name: file.filename })}
              className="flex min-h-target min-w-0 flex-1 items-center gap-3 py-2"
              href={file.url}
              target="_blank"
              variant="plain"
            >
              <Paperclip aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
              <span className="min-w-0 flex-1 wrap-anywhere">
                <bdi>{file.filename}</bdi>
              </span>
              <span className="shrink-0 text-sm text-muted tabular-nums">
                {format.number(value, { style: 'unit', unit, unitDisplay: 'short' })}
              </span>
            </TextLink>
            {action?.(file)}
          </li>
        )
      })}
    </ul>
  )
}
