'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { MANAGERS } from '@/domain/identity/roles'

import { RequestCounts } from './requests/RequestCounts'
import { refusalText } from './requests/refusals'
import { REQUEST_WORDS } from './requests/words'
import { SelectionDesk, sendChange } from './SelectionDesk'
import { wordsIn } from './words'

type Decided = { decided: number; refused: { code: string }[] }

/** Over the requests for places: how many wait, and the buttons that decide on those that are selected. */
export const RequestDesk = () => {
  const { user } = useAuth<{ id: string; roles?: string[] }>()
  const { language } = useTranslation().i18n
  const words = wordsIn(language, REQUEST_WORDS)
  const [round, setRound] = useState(0)
  if (!user?.roles?.some((role) => [...MANAGERS, 'superAdmin'].some((one) => one === role))) {
    return <RequestCounts />
  }

  return (
    <SelectionDesk
      actions={(['approve', 'decline'] as const).map((name) => ({
        name,
        isReasonNeeded: name === 'decline',
        label: words[name],
      }))}
      hint={words.hint}
      onSend={async ({ action, ids, reason }) => {
        const answer = await sendChange<Decided>('/api/place-requests/decisions', {
          action,
          reason,
          requests: ids,
        })

        setRound((before) => before + 1)

        return (
          answer &&
          [words.decided(answer.decided), ...refusalText(answer.refused, language)].join('. ')
        )
      }}
      reasonLabel={words.reason}
    >
      <RequestCounts round={round} />
    </SelectionDesk>
  )
}
