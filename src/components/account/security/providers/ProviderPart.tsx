'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { Connections } from '@/operations/identity/connectedProviders'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { ProviderMark } from '@/components/ui/ProviderMark'
import { Text } from '@/components/ui/Text'

import { providerName } from '../../../identity/providers/providerName'
import { RefusalAlert } from '../../../identity/providers/RefusalAlert'
import { useQuery } from '../../../shell/useQuery'
import { ProviderForm, type Wanted } from './ProviderForm'

/** Whom an account signs in with elsewhere: those that are connected, and those that can be. */
export const ProviderPart = ({
  connections: first,
  needsPassword,
  timeZone,
}: {
  connections: Connections
  needsPassword: boolean
  timeZone: string
}) => {
  const t = useTranslations('account.security.providers')
  const came = useQuery()?.has('connected')
  const [{ connected, offered }, setConnections] = useState(first)
  const [wanted, setWanted] = useState<null | Wanted>(null)
  const [isRemoved, setRemoved] = useState(false)
  const want = (next: Wanted) => {
    setRemoved(false)
    setWanted(next)
  }

  return (
    <div className="flex flex-col gap-4">
      <RefusalAlert />
      {connected.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {connected.map((one) => (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4" key={one.id}>
              <ProviderMark kind={one.kind} />
              <div className="min-w-40 flex-1">
                <Text strong>
                  <bdi>{providerName(one)}</bdi>
                </Text>
                <Text size="small" tone="muted">
                  {t('since')} <DateTime show="date" timeZone={timeZone} value={one.addedAt} />
                </Text>
              </div>
              <Button
                aria-label={t('removeOf', { name: providerName(one) })}
                onClick={() => want({ id: one.id, name: providerName(one), act: 'remove' })}
                size="small"
                variant="secondary"
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite">
        {(isRemoved || came) && (
          <Alert tone="success">{t(isRemoved ? 'removedNow' : 'addedNow')}</Alert>
        )}
      </div>
      {wanted ? (
        <ProviderForm
          key={wanted.id}
          needsPassword={needsPassword}
          onCancel={() => setWanted(null)}
          onRemoved={(left) => {
            setConnections(left)
            setWanted(null)
            setRemoved(true)
          }}
          wanted={wanted}
        />
      ) : (
        <div className="flex flex-wrap gap-3">
          {offered.map((one) => (
            <Button
              key={one.id}
              onClick={() => want({ id: one.id, name: providerName(one), act: 'connect' })}
              variant="secondary"
            >
              <ProviderMark kind={one.kind} />
              {t('connect', { name: providerName(one) })}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
