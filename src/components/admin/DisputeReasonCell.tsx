'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useTranslation } from '@payloadcms/ui'

import { disputeReason } from '@/domain/commerce/disputeReasons'
import { isLocale } from '@/domain/tenancy/locales'

/** Why a payment is contested, in the reader's words. */
export const DisputeReasonCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const { language } = i18n

  return typeof cellData === 'string' && cellData
    ? disputeReason(cellData, isLocale(language) ? language : 'en')
    : null
}
