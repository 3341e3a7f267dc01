'use client'

import type { ReactNode } from 'react'

import { Button, Modal, useModal, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'

import { askForProofBy } from '../shell/proof'
import { ask } from './ask'
import { wordsIn } from './words'

const WORDS = {
  en: {
    cancel: 'Cancel',
    lead: 'What you are about to do asks for your password once more. It then holds for ten minutes.',
    often: 'Too many tries. Wait a few minutes.',
    password: 'Password',
    signInAgain: 'Your account has no password. Sign out and in again, then repeat this.',
    submit: 'Go on',
    title: 'Is it you?',
    wrong: 'This is not your password.',
  },
  he: {
    cancel: 'ביטול',
    lead: 'לפעולה הזאת צריך להקליד שוב את הסיסמה. האישור תקף לעשר דקות.',
    often: 'יותר מדי ניסיונות. יש להמתין כמה דקות.',
    password: 'סיסמה',
    signInAgain: 'לחשבון שלכם אין סיסמה. יש לצאת ולהיכנס שוב, ואז לחזור על הפעולה.',
    submit: 'המשך',
    title: 'זה באמת אתם?',
    wrong: 'זו לא הסיסמה שלכם.',
  },
  ru: {
    cancel: 'Отмена',
    lead: 'Для этого действия нужно ещё раз ввести пароль. Подтверждение действует десять минут.',
    often: 'Слишком много попыток. Подождите несколько минут.',
    password: 'Пароль',
    signInAgain: 'У вашей учётной записи нет пароля. Выйдите, войдите снова и повторите.',
    submit: 'Продолжить',
    title: 'Это действительно вы?',
    wrong: 'Это не ваш пароль.',
  },
}

const MODAL = 'proof'

const SENTENCES: Record<string, 'often' | 'signInAgain' | 'wrong'> = {
  signInAgain: 'signInAgain',
  tooMany: 'often',
}

/** Asks staff once more for their password where the API wants it, and has what they asked for go on. */
export const ProofProvider = ({ children }: { children?: ReactNode }) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const { closeModal, openModal } = useModal()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const [error, setError] = useState('')
  const field = useId()

  useEffect(() => {
    askForProofBy(() => {
      answer.current?.(false)
      setError('')
      openModal(MODAL)

      return new Promise((resolve) => {
        answer.current = resolve
      })
    })

    return () => askForProofBy(null)
  }, [openModal])

  const close = (given: boolean) => {
    closeModal(MODAL)
    answer.current?.(given)
    answer.current = null
  }
  const prove = async (form: HTMLFormElement) => {
    const said = await ask('/api/account/proof', { password: new FormData(form).get('password') })
    if (said.ok) {
      form.reset()
      close(true)
    } else {
      setError(words[SENTENCES[String(said.said.code)] ?? 'wrong'])
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
          <label htmlFor={field}>{words.password}</label>
          <input
            aria-describedby={`${field}-error`}
            aria-invalid={error !== ''}
            autoComplete="current-password"
            id={field}
            name="password"
            required
            type="password"
          />
          <p className="lectern-error" id={`${field}-error`} role="alert">
            {error}
          </p>
          <div className="lectern-actions">
            <Button margin={false} type="submit">
              {words.submit}
            </Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => close(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
