'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useTranslation } from '@payloadcms/ui'

/** Basis points in a list, as its reader writes percentages. */
export const PercentCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()

  return typeof cellData === 'number' ? (
    <bdi>
      {(cellData / 10_000).toLocaleString(i18n.language, {
        maximumFractionDigits: 2,
        style: 'percent',
      })}
    </bdi>
  ) : null
}
