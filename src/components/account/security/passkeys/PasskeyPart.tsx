'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import type { Passkey } from '@/operations/identity/passkeys'

import { PasskeyForm } from './PasskeyForm'

/** The passkeys of an account: what they are called, when each was used, one more, one less. */
export const PasskeyPart = ({
  needsPassword,
  passkeys: first,
  timeZone,
}: {
  needsPassword: boolean
  passkeys: readonly Passkey[]
  timeZone: string
}) => {
  const t = useTranslations('account.security.passkeys')
  const [passkeys, setPasskeys] = useState(first)
  const [state, setState] = useState<'adding' | 'still' | { removing: Passkey }>('still')
  const [said, setSaid] = useState<'added' | 'removed' | null>(null)
  const done = (what: 'added' | 'removed') => (left: readonly Passkey[]) => {
    setPasskeys(left)
    setState('still')
    setSaid(what)
  }
  const begin = (next: typeof state) => {
    setSaid(null)
    setState(next)
  }

  return (
    <div className="flex flex-col gap-4">
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4" key={passkey.id}>
              <KeyRound aria-hidden className="size-6 shrink-0 text-muted" strokeWidth={1.5} />
              <div className="min-w-40 flex-1">
                <Text strong>
                  <bdi>{passkey.name}</bdi>
                </Text>
                <Text size="small" tone="muted">
                  {t(passkey.usedAt ? 'used' : 'added')}{' '}
                  <DateTime
                    show="date"
                    timeZone={timeZone}
                    value={passkey.usedAt ?? passkey.addedAt}
                  />
                </Text>
              </div>
              <Button
                aria-label={t('removeOf', { name: passkey.name })}
                onClick={() => begin({ removing: passkey })}
                size="small"
                variant="secondary"
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite">{said && <Alert tone="success">{t(`${said}Now`)}</Alert>}</div>
      {state === 'still' ? (
        <Button className="self-start" onClick={() => begin('adding')} variant="secondary">
          {t('add')}
        </Button>
      ) : (
        <PasskeyForm
          key={state === 'adding' ? 'adding' : state.removing.id}
          needsPassword={needsPassword}
          onCancel={() => setState('still')}
          onDone={done(state === 'adding' ? 'added' : 'removed')}
          removing={state === 'adding' ? undefined : state.removing}
        />
      )}
      <Text size="small" tone="muted">
        {t('lost')}
      </Text>
    </div>
  )
}
