'use client'

import { Banner, Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const WORDS = {
  en: {
    failed: 'This did not work. Try again.',
    lead: 'Visitors expect to find these pages, and your school does not have them yet:',
    write: 'Write drafts to begin with',
    written: 'The drafts are there. Review each with care, then publish it.',
  },
  he: {
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    lead: 'מבקרים מצפים למצוא את העמודים האלה, ולבית הספר עדיין אין אותם:',
    write: 'כתיבת טיוטות התחלתיות',
    written: 'הטיוטות מוכנות. יש לעבור על כל אחת בקפידה ואז לפרסם.',
  },
  ru: {
    failed: 'Не получилось. Попробуйте ещё раз.',
    lead: 'Посетители ожидают найти эти страницы, а у школы их пока нет:',
    write: 'Создать черновики',
    written: 'Черновики готовы. Внимательно проверьте каждый и опубликуйте.',
  },
}

/** The offer itself: which pages are missing, and the button that writes them. */
export const WriteStartingTexts = ({ missing }: { missing: string[] }) => {
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const words = WORDS[i18n.language === 'he' || i18n.language === 'ru' ? i18n.language : 'en']

  const write = async () => {
    setBusy(true)
    const answer = await fetch('/api/pages/starting-texts', {
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    }).catch(() => null)
    setBusy(false)
    if (answer?.ok) {
      toast.success(words.written)
      router.refresh()
    } else {
      toast.error(words.failed)
    }
  }

  return (
    <Banner type="default">
      <p>
        {words.lead} <bdi>{missing.map((slug) => `/${slug}`).join(', ')}</bdi>
      </p>
      <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void write()} size="small">
        {words.write}
      </Button>
    </Banner>
  )
}
