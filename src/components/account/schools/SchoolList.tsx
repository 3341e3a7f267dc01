'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { LinkedSchool, LinkedSchools } from '@/operations/identity/linkedSchools'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'

import { callApi } from '../../shell/api'
import { switchSchool } from '../../shell/switchSchool'
import { useErrorText } from '../../shell/useErrorText'
import { useQuery } from '../../shell/useQuery'

/** The linked schools, each to go to or to unlink. */
export const SchoolList = ({ schools: first }: { schools: LinkedSchool[] }) => {
  const t = useTranslations('account.schools')
  const errorText = useErrorText()
  const isNew = useQuery()?.has('linked')
  const [schools, setSchools] = useState(first)
  const [busy, setBusy] = useState<null | string>(null)
  const [said, setSaid] = useState<null | { error?: string }>(null)

  const go = async (id: string) => {
    setBusy(id)
    const code = await switchSchool(id)
    if (code) {
      setBusy(null)
      setSaid({ error: code })
    }
  }

  const remove = async (id: string) => {
    setBusy(id)
    const answer = await callApi<LinkedSchools>(`/api/account/schools/${id}/remove`, {
      method: 'POST',
    })
    setBusy(null)
    if (answer.ok) {
      setSchools(answer.data.schools)
    }
    setSaid(answer.ok ? {} : { error: answer.code })
  }

  return (
    <div className="flex flex-col gap-4">
      <div aria-live="polite">
        {said?.error ? (
          <Alert tone="danger">{errorText(said.error)}</Alert>
        ) : (
          (said ?? isNew) && <Alert tone="success">{t(said ? 'removed' : 'added')}</Alert>
        )}
      </div>
      {schools.length === 0 && <Text tone="muted">{t('empty')}</Text>}
      {schools.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {schools.map(({ id, name, address }) => (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4" key={id}>
              <div className="min-w-40 flex-1">
                <Text strong>
                  <bdi>{name}</bdi>
                </Text>
                <Text size="small" tone="muted">
                  <bdi dir="ltr">{new URL(address).host}</bdi>
                </Text>
              </div>
              <Button
                aria-label={t('switch', { name })}
                disabled={busy !== null}
                onClick={() => void go(id)}
                size="small"
                variant="secondary"
              >
                {t('switchShort')}
              </Button>
              <Button
                aria-label={t('removeOf', { name })}
                disabled={busy !== null}
                onClick={() => void remove(id)}
                size="small"
                variant="quiet"
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
