'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import type { NewSecret, SecondFactor } from '@/operations/identity/secondFactor'

import { RecoveryCodes } from '../../../identity/step/RecoveryCodes'
import { SetUp } from '../../../identity/step/SetUp'
import { BeginForm } from './BeginForm'
import { CodeForm } from './CodeForm'

type State =
  | 'asking'
  | 'off'
  | 'renewing'
  | 'still'
  | 'turningOff'
  | { codes: string[] }
  | { secret: NewSecret }

const PATH = '/api/account/second-factor'

/** The second step of signing in, as its owner has it: set up, new recovery codes, taken away. */
export const SecondFactorPart = ({
  factor: { codesLeft, isOn, isRequired },
  needsPassword,
}: {
  factor: SecondFactor
  needsPassword: boolean
}) => {
  const t = useTranslations('account.security.factor')
  const router = useRouter()
  const [state, setState] = useState<State>('still')
  const end = (to: State) => {
    setState(to)
    router.refresh()
  }
  const cancel = () => setState('still')

  if (typeof state === 'object') {
    return 'codes' in state ? (
      <RecoveryCodes codes={state.codes} onKept={() => end('still')} />
    ) : (
      <SetUp
        onDone={({ recoveryCodes }) => setState({ codes: recoveryCodes })}
        path={`${PATH}/confirm`}
        secret={state.secret}
      />
    )
  }
  if (state === 'asking') {
    return (
      <BeginForm
        needsPassword={needsPassword}
        onBegun={(secret) => setState({ secret })}
        onCancel={cancel}
      />
    )
  }
  if (state === 'renewing' || state === 'turningOff') {
    const isOff = state === 'turningOff'

    return (
      <CodeForm
        key={state}
        onCancel={cancel}
        onDone={({ recoveryCodes }) =>
          recoveryCodes ? setState({ codes: recoveryCodes }) : end('off')
        }
        path={`${PATH}/${isOff ? 'off' : 'codes'}`}
        submit={t(isOff ? 'turnOff' : 'newCodes')}
        tone={isOff ? 'danger' : 'primary'}
      />
    )
  }

  return (
    <div className="flex flex-col gap-4">
      {state === 'off' && !isOn && <Alert tone="success">{t('isOff')}</Alert>}
      <div>
        <Text strong>{t(isOn ? 'on' : 'off')}</Text>
        {isRequired && <Text tone="muted">{t('required')}</Text>}
        {isOn && <Text tone="muted">{t('codesLeft', { count: codesLeft })}</Text>}
      </div>
      <div className="flex flex-wrap gap-3">
        {isOn ? (
          <>
            <Button onClick={() => setState('renewing')} variant="secondary">
              {t('newCodes')}
            </Button>
            {!isRequired && (
              <Button onClick={() => setState('turningOff')} variant="secondary">
                {t('turnOff')}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={() => setState('asking')}>{t('setUp')}</Button>
        )}
      </div>
    </div>
  )
}
