'use client'

import { Button, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { wordsIn } from './words'

const WORDS = {
  en: { download: 'Download the PDF' },
  he: { download: 'הורדת ה־PDF' },
  ru: { download: 'Скачать PDF' },
}

/** Opens an invoice or a credit note as its buyer gets it. */
export const InvoiceLink = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()

  return id ? (
    <Button buttonStyle="secondary" el="anchor" newTab url={`/${collectionSlug}/${id}.pdf`}>
      {wordsIn(i18n.language, WORDS).download}
    </Button>
  ) : null
}
