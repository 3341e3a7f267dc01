'use client'

import { Button, TextInput, useTranslation } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'

import type { CodeHolder } from '@/operations/learning/codes'

import { wordsIn } from './words'

const WORDS = {
  en: {
    code: 'Code on a recording or a page',
    document: 'Copy of a document, from',
    failed: 'The code could not be looked for. Try again.',
    find: 'Find whose it is',
    none: 'No such code in this school. Look at it once more: it has eight letters and digits.',
    video: 'Watched from',
  },
  he: {
    code: 'הקוד שבהקלטה או בעמוד',
    document: 'עותק של מסמך, מתאריך',
    failed: 'לא הצלחנו לחפש את הקוד. נסו שוב.',
    find: 'של מי הקוד',
    none: 'אין קוד כזה בבית הספר. בדקו שוב: יש בו שמונה אותיות וספרות.',
    video: 'צפייה מתאריך',
  },
  ru: {
    code: 'Код с записи или со страницы',
    document: 'Копия документа, с',
    failed: 'Не удалось найти код. Попробуйте ещё раз.',
    find: 'Узнать, чей он',
    none: 'Такого кода в этой школе нет. Проверьте его: в нём восемь букв и цифр.',
    video: 'Просмотр с',
  },
}

type Answer = 'failed' | 'none' | CodeHolder

const ask = async (code: string): Promise<Answer> => {
  try {
    const answer = await fetch(`/api/codes/${encodeURIComponent(code)}`)

    return answer.ok
      ? ((await answer.json()) as CodeHolder)
      : answer.status === 404
        ? 'none'
        : 'failed'
  } catch {
    return 'failed'
  }
}

/** Finds the account behind the code that a recording of a video or a page of a document shows. */
export const CodeFinder = () => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const said = useId()
  const [code, setCode] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isBusy, setBusy] = useState(false)
  const find = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setAnswer(await ask(code.trim()))
    setBusy(false)
  }

  return (
    <form className="lectern-codes" onSubmit={(event) => void find(event)}>
      <TextInput
        htmlAttributes={{ autoComplete: 'off' }}
        label={words.code}
        onChange={(event: { target: { value: string } }) => setCode(event.target.value)}
        path="code"
        value={code}
      />
      <Button
        aria-describedby={said}
        buttonStyle="secondary"
        disabled={isBusy || code.trim() === ''}
        margin={false}
        type="submit"
      >
        {words.find}
      </Button>
      <p aria-live="polite" id={said}>
        {answer === 'none' || answer === 'failed' ? (
          words[answer]
        ) : answer ? (
          <Holder holder={answer} language={i18n.language} words={words} />
        ) : null}
      </p>
    </form>
  )
}

const Holder = ({
  holder: { name, account, address, at, kind, lesson, title },
  language,
  words,
}: {
  holder: CodeHolder
  language: string
  words: (typeof WORDS)['en']
}) => (
  <>
    <a href={`/admin/collections/users/${account}`}>
      <bdi>{name?.trim() || address}</bdi>
    </a>{' '}
    <bdi>{address}</bdi> ·{' '}
    <a href={`/admin/collections/lessons/${lesson}`}>
      <bdi>{title}</bdi>
    </a>{' '}
    · {words[kind]}{' '}
    {new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    )}
  </>
)
