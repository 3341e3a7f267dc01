'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useTranslation } from '@payloadcms/ui'

/** A country in a list, by its name. */
export const CountryCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const names = new Intl.DisplayNames([i18n.language], { type: 'region' })

  return typeof cellData === 'string' && cellData ? names.of(cellData) : null
}
