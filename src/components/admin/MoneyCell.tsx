'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useTranslation } from '@payloadcms/ui'

import { formatMoney } from '@/components/ui/formatMoney'

/** An amount of a list as its reader writes money; as it is kept where the row names no currency. */
export const MoneyCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const { currency } = rowData as { currency?: unknown }
  if (typeof cellData !== 'number') {
    return null
  }

  return (
    <bdi className="lectern-money">
      {typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
        ? formatMoney({ amount: cellData, currency, locale: i18n.language })
        : cellData}
    </bdi>
  )
}
