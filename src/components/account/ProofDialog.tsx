'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { withNext } from '@/domain/identity/nextPath'
import type { ProofWay } from '@/operations/identity/proof'

import type { FormErrors } from '../identity/AuthForm'

import { AuthForm } from '../identity/AuthForm'
import { PasswordField } from '../identity/fields'
import { hasPasskeys, proveByPasskey } from '../identity/passkey/ask'
import { CodeField } from '../identity/step/CodeField'
import { callApi } from '../shell/api'
import { askForProofBy } from '../shell/proof'
import { useErrorText } from '../shell/useErrorText'

/** Asks once more for a proof where the API wants one, by the password, a code or a passkey, and has what was asked for go on. */
export const ProofDialog = () => {
  const t = useTranslations('account.proof')
  const auth = useTranslations('auth')
  const step = useTranslations('signIn.step')
  const errorText = useErrorText()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [ways, setWays] = useState<null | readonly ProofWay[]>(null)
  const [refused, setRefused] = useState<null | string>(null)

  useEffect(() => {
    askForProofBy(async () => {
      answer.current?.(false)
      setOpen(true)
      setRefused(null)
      const found = await callApi<{ ways: ProofWay[] }>('/api/account/proof')
      const all = found.ok ? found.data.ways : []
      setWays(all.filter((way) => way !== 'passkey' || hasPasskeys()))

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
  const field = ways?.find((way) => way !== 'passkey')
  const send = async (given: Record<string, string>): Promise<FormErrors | void> => {
    const said = await callApi('/api/account/proof', {
      body: { [field ?? '']: given[field ?? ''] },
    })
    if (!said.ok) {
      return { [field ?? 'form']: errorText(said.code) }
    }
    close(true)
  }
  const choose = async () => {
    const said = await proveByPasskey()
    if (said === 'given up' || !said.ok) {
      setRefused(said === 'given up' ? 'passkeyGivenUp' : said.code)
    } else {
      close(true)
    }
  }

  return (
    <Dialog
      description={t('lead')}
      onOpenChange={(open) => !open && close(false)}
      open={isOpen}
      title={t('title')}
    >
      {ways === null && <Skeleton className="h-24" />}
      {field && (
        <AuthForm
          check={(given) => ({
            [field]: given[field]
              ? undefined
              : field === 'code'
                ? step('codeMissing')
                : auth('passwordMissing'),
          })}
          send={send}
          submit={t('submit')}
        >
          {(errors) =>
            field === 'code' ? (
              <CodeField error={errors.code} hint={step('codeHint')} label={step('code')} />
            ) : (
              <PasswordField error={errors.password} />
            )
          }
        </AuthForm>
      )}
      {ways?.includes('passkey') && (
        <Button onClick={() => void choose()} variant="secondary" wide>
          {t('passkey')}
        </Button>
      )}
      {refused && <Alert tone="danger">{errorText(refused)}</Alert>}
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
