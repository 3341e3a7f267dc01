'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { merchantInvoicePath } from '@/domain/commerce/paths'

import { wordsIn } from './words'

const WORDS = {
  en: { label: 'Its invoice', open: 'Open the invoice' },
  he: { label: 'החשבונית שלו', open: 'פתיחת החשבונית' },
  ru: { label: 'Его счёт', open: 'Открыть счёт' },
}

/** On an order that a merchant of record sold: the number of its invoice, and where that is. */
export const MerchantInvoice = () => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const number: unknown = savedDocumentData?.merchantInvoice

  return (
    <div className="field-type">
      <p className="field-label">{words.label}</p>
      <p>
        <a href={merchantInvoicePath(String(id))} rel="noreferrer" target="_blank">
          {typeof number === 'string' && number ? <bdi>{number}</bdi> : words.open}
        </a>
      </p>
    </div>
  )
}
