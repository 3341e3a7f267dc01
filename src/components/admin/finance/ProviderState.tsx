'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { PaymentState } from '@/operations/commerce/providerState'

import { formatMoney } from '@/components/ui/formatMoney'

import type { FinanceWords } from './words'

import { ask } from '../ask'

type Asked = 'asking' | 'failed' | null | { state: PaymentState }

/** What the provider says of a payment, once it is asked. */
export const ProviderState = ({
  language,
  payment,
  words,
}: {
  language: string
  payment: string
  words: FinanceWords
}) => {
  const [asked, setAsked] = useState<Asked>(null)
  const look = async () => {
    setAsked('asking')
    const told = await ask<{ state: PaymentState }>(`/api/finance/payments/${payment}/state`)
    setAsked(told.ok ? told.value : 'failed')
  }
  const button = (
    <Button
      buttonStyle="secondary"
      disabled={asked === 'asking'}
      onClick={() => void look()}
      size="small"
    >
      {asked === 'asking' ? words.asking : words.ask}
    </Button>
  )
  if (asked === null || asked === 'asking') {
    return button
  }

  return (
    <div aria-live="polite">
      {asked === 'failed' ? (
        <>
          <p>{words.unreachable}</p>
          {button}
        </>
      ) : asked.state ? (
        <>
          <bdi>
            {formatMoney({
              amount: asked.state.amount,
              currency: asked.state.currency,
              locale: language,
            })}
          </bdi>{' '}
          <span className="lectern-stage" data-stage={asked.state.status}>
            {words.states[asked.state.status] ?? asked.state.status}
          </span>
        </>
      ) : (
        words.unknown
      )}
    </div>
  )
}
