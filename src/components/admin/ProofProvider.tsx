'use client'

import type { ReactNode } from 'react'

import { Button, Modal, useModal, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'

import { hasPasskeys, proveByPasskey } from '../identity/passkey/ask'
import { askForProofBy } from '../shell/proof'
import type { ProofWay } from '@/operations/identity/proof'

import { ask } from './ask'
import { wordsIn } from './words'

const WORDS = {
  en: {
    cancel: 'Cancel',
    code: 'Code from your app',
    lead: 'Show once more that it is you. It then holds for ten minutes.',
    often: 'Too many tries. Wait a few minutes.',
    passkey: 'Use a passkey',
    password: 'Password',
    signInAgain: 'Your account has no password. Sign out and in again, then repeat this.',
    submit: 'Go on',
    title: 'Is it you?',
    wrong: 'That is not right.',
  },
  he: {
    cancel: 'ביטול',
    code: 'הקוד מהאפליקציה',
    lead: 'צריך לאשר שוב שזה באמת אתם. האישור תקף לעשר דקות.',
    often: 'יותר מדי ניסיונות. יש להמתין כמה דקות.',
    passkey: 'שימוש במפתח גישה',
    password: 'סיסמה',
    signInAgain: 'לחשבון שלכם אין סיסמה. יש לצאת ולהיכנס שוב, ואז לחזור על הפעולה.',
    submit: 'המשך',
    title: 'זה באמת אתם?',
    wrong: 'זה לא נכון.',
  },
  ru: {
    cancel: 'Отмена',
    code: 'Код из приложения',
    lead: 'Подтвердите ещё раз, что это вы. Подтверждение действует десять минут.',
    often: 'Слишком много попыток. Подождите несколько минут.',
    passkey: 'Использовать ключ доступа',
    password: 'Пароль',
    signInAgain: 'У вашей учётной записи нет пароля. Выйдите, войдите снова и повторите.',
    submit: 'Продолжить',
    title: 'Это действительно вы?',
    wrong: 'Неверно.',
  },
}

const MODAL = 'proof'

const SENTENCES: Record<string, 'often' | 'signInAgain' | 'wrong'> = {
  signInAgain: 'signInAgain',
  tooMany: 'often',
  tooManyCodes: 'often',
}

/** Asks staff once more for a proof where the API wants one, and has what they asked for go on. */
export const ProofProvider = ({ children }: { children?: ReactNode }) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const { closeModal, openModal } = useModal()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const [error, setError] = useState('')
  const [ways, setWays] = useState<readonly ProofWay[]>(['password'])
  const field = useId()

  useEffect(() => {
    askForProofBy(async () => {
      answer.current?.(false)
      setError('')
      const found = await ask<{ ways: ProofWay[] }>('/api/account/proof')
      setWays(found.ok ? found.value.ways : ['password'])
      openModal(MODAL)

      return new Promise((resolve) => {
        answer.current = resolve
      })
    })

    return () => askForProofBy(null)
  }, [openModal])

  const way = ways.find((one) => one !== 'passkey') ?? 'password'
  const close = (given: boolean) => {
    closeModal(MODAL)
    answer.current?.(given)
    answer.current = null
  }
  const prove = async (form: HTMLFormElement) => {
    const said = await ask('/api/account/proof', { [way]: new FormData(form).get(way) })
    if (said.ok) {
      form.reset()
      close(true)
    } else {
      setError(words[SENTENCES[String(said.said.code)] ?? 'wrong'])
    }
  }
  const choose = async () => {
    const said = await proveByPasskey()
    if (said !== 'given up' && said.ok) {
      close(true)
    } else {
      setError(said === 'given up' ? '' : words.wrong)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void prove(event.currentTarget)
  }

  return (
    <>
      {children}
      <Modal className="lectern-proof" closeOnBlur={false} slug={MODAL}>
        <form className="lectern-new-key" onSubmit={submit}>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
          <label htmlFor={field}>{way === 'code' ? words.code : words.password}</label>
          <input
            aria-describedby={`${field}-error`}
            aria-invalid={error !== ''}
            autoComplete={way === 'code' ? 'one-time-code' : 'current-password'}
            id={field}
            name={way}
            required
            type={way === 'code' ? 'text' : 'password'}
          />
          <p className="lectern-error" id={`${field}-error`} role="alert">
            {error}
          </p>
          <div className="lectern-actions">
            <Button margin={false} type="submit">
              {words.submit}
            </Button>
            {ways.includes('passkey') && hasPasskeys() && (
              <Button buttonStyle="secondary" margin={false} onClick={() => void choose()}>
                {words.passkey}
              </Button>
            )}
            <Button buttonStyle="secondary" margin={false} onClick={() => close(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
