'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'

import { TextLink } from '@/components/ui/TextLink'
import { emailFault } from '@/domain/identity/credentials'
import { withNext } from '@/domain/identity/nextPath'

import { useErrorText } from '../shell/useErrorText'
import { arrive } from './arrive'
import { AuthForm } from './AuthForm'
import { sendConfirmation, signIn } from './authApi'
import { CheckMail } from './CheckMail'
import { EmailField, PasswordField } from './fields'
import { ShutAccount } from './ShutAccount'
import { useCredentialText } from './useCredentialText'

type Elsewhere = {
  /** Answers the code of a refusal. */
  go: () => Promise<null | string>
  isOnly: boolean
  label: string
  offer: ReactNode
}

/**
 * Signs in, in one step or two, and goes to `next`, or to `home` where nothing was asked for. An unconfirmed address gets
 * a new link instead.
 */
export const SignInForm = ({
  elsewhere = null,
  hasPasskeys = false,
  home,
  next,
  onTyped,
}: {
  /** Where whoever typed such an address signs in, and by what; `isOnly` where they cannot here. */
  elsewhere?: Elsewhere | null
  /** Whether passkeys let in here too. */
  hasPasskeys?: boolean
  home: string
  next: null | string
  onTyped?: (email: string) => void
}) => {
  const t = useTranslations('auth')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [unconfirmed, setUnconfirmed] = useState<null | string>(null)
  if (unconfirmed) {
    return <CheckMail email={unconfirmed} lead={t('unconfirmed')} next={next} />
  }
  const send = async ({ email = '', password = '' }: Record<string, string>) => {
    if (elsewhere?.isOnly && !password) {
      const refused = await elsewhere.go()

      return refused ? { form: errorText(refused) } : undefined
    }
    const answer = await signIn({ email: email.trim(), password })
    if (answer.ok) {
      arrive(answer.data, { home, next })

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
        password: credentialText(password || elsewhere?.isOnly ? null : 'passwordMissing'),
      })}
      send={send}
      submit={elsewhere?.isOnly ? elsewhere.label : t('signIn')}
    >
      {(errors) => (
        <>
          <EmailField error={errors.email} hasPasskeys={hasPasskeys} onTyped={onTyped} />
          {elsewhere?.offer}
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
