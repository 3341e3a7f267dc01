'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import type { SignInStep } from '@/domain/identity/signIn'
import type { NewSecret } from '@/operations/identity/secondFactor'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Heading } from '@/components/ui/Heading'
import { followAccount, type Chosen } from '@/components/ui/reader'
import { Skeleton } from '@/components/ui/Skeleton'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { FormErrors } from '../AuthForm'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'
import { AuthForm } from '../AuthForm'
import { CodeField } from './CodeField'
import { RecoveryCodes } from './RecoveryCodes'
import { SetUp } from './SetUp'

type Done = { recoveryCodes: string[]; user: Chosen }
type Way = { onOver: (code: string) => void; onward: () => void }

const PATH = '/api/sign-in/step'

/** What stands between the first proof and the session. `onOver` goes back to the beginning, `onward` to what was wanted. */
export const SecondStep = ({ kind, ...way }: Way & { kind: SignInStep }) => {
  const t = useTranslations('signIn.step')

  return (
    <Stack gap={6}>
      <Stack aria-live="polite" gap={2}>
        <Heading level={2}>{t(kind === 'verify' ? 'title' : 'enrollTitle')}</Heading>
        <Text>{t(kind === 'verify' ? 'lead' : 'enrollLead')}</Text>
      </Stack>
      {kind === 'verify' ? <Verify {...way} /> : <Enroll {...way} />}
      <Button onClick={() => way.onOver('')} variant="quiet">
        {t('back')}
      </Button>
    </Stack>
  )
}

const Verify = ({ onOver, onward }: Way) => {
  const t = useTranslations('signIn.step')
  const errorText = useErrorText()
  const send = async ({ code, trusts }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<Done>(PATH, { body: { code, trusts: trusts === 'on' } })
    if (answer.ok) {
      followAccount(answer.data.user)
      onward()
    } else if (answer.code === 'stepOver') {
      onOver(answer.code)
    } else {
      return answer.code === 'wrongCode'
        ? { code: errorText(answer.code) }
        : { form: errorText(answer.code) }
    }
  }

  return (
    <AuthForm
      check={({ code = '' }) => ({ code: code.trim() ? undefined : t('codeMissing') })}
      send={send}
      submit={t('submit')}
    >
      {(errors) => (
        <>
          <CodeField error={errors.code} hint={t('codeHint')} label={t('code')} />
          <Checkbox label={t('trust')} name="trusts" />
        </>
      )}
    </AuthForm>
  )
}

const Enroll = ({ onOver, onward }: Way) => {
  const errorText = useErrorText()
  const [secret, setSecret] = useState<NewSecret | null>(null)
  const [codes, setCodes] = useState<null | string[]>(null)
  const [error, setError] = useState<null | string>(null)
  useEffect(() => {
    void callApi<NewSecret>(`${PATH}/secret`, { method: 'POST' }).then((answer) => {
      if (answer.ok) {
        setSecret(answer.data)
      } else {
        setError(answer.code)
      }
    })
  }, [])
  if (codes) {
    return <RecoveryCodes codes={codes} onKept={onward} />
  }
  if (error) {
    return <Alert tone="danger">{errorText(error)}</Alert>
  }

  return secret ? (
    <SetUp<Done>
      onDone={({ recoveryCodes, user }) => {
        followAccount(user)
        setCodes(recoveryCodes)
      }}
      onRefused={(code) => {
        if (code === 'stepOver') {
          onOver(code)
        }

        return code === 'stepOver'
      }}
      path={PATH}
      secret={secret}
    />
  ) : (
    <Skeleton className="h-48 w-full" />
  )
}
