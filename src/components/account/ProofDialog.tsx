'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'

import { Dialog } from '@/components/ui/Dialog'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { withNext } from '@/domain/identity/nextPath'
import type { ProofWay } from '@/operations/identity/proof'

import type { FormErrors } from '../identity/AuthForm'

import { AuthForm } from '../identity/AuthForm'
import { PasswordField } from '../identity/fields'
import { callApi } from '../shell/api'
import { askForProofBy } from '../shell/proof'
import { useErrorText } from '../shell/useErrorText'

/** Asks once more for the password where the API wants it, and has what was asked for go on. */
export const ProofDialog = () => {
  const t = useTranslations('account.proof')
  const auth = useTranslations('auth')
  const errorText = useErrorText()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [ways, setWays] = useState<null | readonly ProofWay[]>(null)

  useEffect(() => {
    askForProofBy(async () => {
      answer.current?.(false)
      setOpen(true)
      const found = await callApi<{ ways: ProofWay[] }>('/api/account/proof')
      setWays(found.ok ? found.data.ways : [])

      return new Promise((resolve) => {
        answer.current = resolve
      })
    })

    return () => askForProofBy(null)
  }, [])

  const close = (given: boolean) => {
    setOpen(false)
    answer.current?.(given)
    answer.current = null
  }
  const send = async ({ password }: Record<string, string>): Promise<FormErrors | void> => {
    const said = await callApi('/api/account/proof', { body: { password } })
    if (!said.ok) {
      return { password: errorText(said.code) }
    }
    close(true)
  }

  return (
    <Dialog
      description={t('lead')}
      onOpenChange={(open) => !open && close(false)}
      open={isOpen}
      title={t('title')}
    >
      {ways === null && <Skeleton className="h-24" />}
      {ways?.includes('password') && (
        <AuthForm
          check={({ password = '' }) => ({
            password: password ? undefined : auth('passwordMissing'),
          })}
          send={send}
          submit={t('submit')}
        >
          {(errors) => <PasswordField error={errors.password} />}
        </AuthForm>
      )}
      {ways?.length === 0 && (
        <Text>
          {t.rich('signInAgain', {
            link: (words) => (
              <TextLink href={withNext('/sign-in', window.location.pathname)}>{words}</TextLink>
            ),
          })}
        </Text>
      )}
    </Dialog>
  )
}
