'use client'

import { Button, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { ask } from '../ask'
import { wordsIn } from '../words'

const WORDS = {
  en: {
    away: 'The provider does not answer. Try again in a minute.',
    busy: 'Asking…',
    check: 'Test the connection',
    ready: 'Connected.',
    refused: 'The provider refuses',
    save: 'Save first, then test the connection.',
  },
  he: {
    away: 'הספק לא עונה. נסו שוב בעוד דקה.',
    busy: 'בודקים…',
    check: 'בדיקת החיבור',
    ready: 'מחובר.',
    refused: 'הספק מסרב',
    save: 'קודם שומרים, ואז בודקים את החיבור.',
  },
  ru: {
    away: 'Провайдер не отвечает. Попробуйте через минуту.',
    busy: 'Проверяем…',
    check: 'Проверить подключение',
    ready: 'Подключено.',
    refused: 'Провайдер отказывает',
    save: 'Сначала сохраните, затем проверьте подключение.',
  },
}

type Said = { isGood: boolean; text: string }

/** Asks a provider, by the keys as they are saved, whether it knows the school; `path` is where it is asked. */
export const ConnectionTest = ({ path }: { path: string }) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const { id } = useDocumentInfo()
  const isModified = useFormModified()
  const [said, setSaid] = useState<null | Said>(null)
  const [isBusy, setBusy] = useState(false)
  const canTest = Boolean(id) && !isModified
  const check = async () => {
    setBusy(true)
    const answer = await ask<{ isReady: boolean }>(path, {})
    const why = answer.ok ? null : answer.said.said
    setSaid({
      isGood: answer.ok,
      text: answer.ok
        ? words.ready
        : typeof why === 'string'
          ? `${words.refused}: ${why}`
          : words.away,
    })
    setBusy(false)
  }
  const text = canTest ? (isBusy ? words.busy : said?.text) : words.save
  const tone = canTest && !isBusy && said ? (said.isGood ? 'lectern-good' : 'lectern-error') : ''

  return (
    <div className="lectern-connection__test">
      <Button
        buttonStyle="secondary"
        disabled={!canTest || isBusy}
        margin={false}
        onClick={() => void check()}
        size="small"
      >
        {words.check}
      </Button>
      <p className={tone} role="status">
        {text}
      </p>
    </div>
  )
}
