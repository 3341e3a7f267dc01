'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'

import type { SignInStep } from '@/domain/identity/signIn'

import { Alert } from '@/components/ui/Alert'
import { followAccount } from '@/components/ui/reader'
import { Skeleton } from '@/components/ui/Skeleton'
import { TextLink } from '@/components/ui/TextLink'
import { emailFault } from '@/domain/identity/credentials'
import { nextPath, withNext } from '@/domain/identity/nextPath'

import { useErrorText } from '../shell/useErrorText'
import { AuthForm } from './AuthForm'
import { sendConfirmation, signIn } from './authApi'
import { CheckMail } from './CheckMail'
import { EmailField, PasswordField } from './fields'
import { ShutAccount } from './ShutAccount'
import { useCredentialText } from './useCredentialText'

/** Asked for by few, and so no part of the pages that have the form. */
const SecondStep = lazy(async () => ({ default: (await import('./step/SecondStep')).SecondStep }))

/**
 * Signs in, in one step or two, and goes to `next`, or to `home` where nothing was asked for. An unconfirmed address gets
 * a new link instead.
 */
export const SignInForm = ({ home, next }: { home: string; next: null | string }) => {
  const t = useTranslations('auth')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [unconfirmed, setUnconfirmed] = useState<null | string>(null)
  const [step, setStep] = useState<null | SignInStep>(null)
  const [over, setOver] = useState<null | string>(null)
  const onward = () => location.assign(nextPath(next, home))
  if (unconfirmed) {
    return <CheckMail email={unconfirmed} lead={t('unconfirmed')} next={next} />
  }
  if (step) {
    const onOver = (code: string) => {
      setStep(null)
      setOver(code || null)
    }

    return (
      <Suspense fallback={<Skeleton className="h-48 w-full" />}>
        <SecondStep kind={step} onOver={onOver} onward={onward} />
      </Suspense>
    )
  }

  const send = async ({ email = '', password = '' }: Record<string, string>) => {
    const answer = await signIn({ email: email.trim(), password })
    if (answer.ok) {
      if (answer.data.step) {
        setStep(answer.data.step)
      } else {
        followAccount(answer.data.user)
        onward()
      }

      return
    }
    if (answer.code === 'EMAIL_NOT_VERIFIED') {
      await sendConfirmation({ email: email.trim(), next })
      setUnconfirmed(email.trim())

      return
    }
    if (answer.code === 'accountSuspended' || answer.code === 'accountBanned') {
      return { form: <ShutAccount code={answer.code} reason={answer.reason} /> }
    }
    const isWrong = answer.code.startsWith('INVALID_')

    return { form: isWrong ? t('wrongCredentials') : errorText(answer.code) }
  }

  return (
    <AuthForm
      check={({ email = '', password = '' }) => ({
        email: credentialText(emailFault(email.trim())),
        password: credentialText(password ? null : 'passwordMissing'),
      })}
      send={send}
      submit={t('signIn')}
    >
      {(errors) => (
        <>
          {over && <Alert tone="warning">{errorText(over)}</Alert>}
          <EmailField error={errors.email} />
          <div>
            <PasswordField error={errors.password} />
            <TextLink
              className="inline-flex min-h-target items-center text-sm"
              href={withNext('/forgot', next)}
            >
              {t('forgot')}
            </TextLink>
          </div>
        </>
      )}
    </AuthForm>
  )
}
