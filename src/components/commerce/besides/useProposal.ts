'use client'

import { useState } from 'react'

import type { Proposal } from '@/operations/commerce/upsells'

import { callApi } from '../../shell/api'

/** What is proposed after an order, and what its buyer answers; `doing` is what waits for the school's answer. */
export const useProposal = ({
  first,
  keyOfOrder,
  onDone,
  order,
}: {
  first: Proposal
  keyOfOrder: null | string
  onDone: () => void
  order: string
}) => {
  const [proposal, setProposal] = useState(first)
  const [doing, setDoing] = useState<'accept' | 'decline' | null>(null)
  const [fault, setFault] = useState<null | string>(null)
  const [isOver, setOver] = useState(false)
  const at = `/api/paid-orders/${order}/proposal`
  const said = { key: keyOfOrder, step: proposal.step }

  const refuse = async (code: string) => {
    if (code === 'proposalOver' || code === 'alreadyOwned') {
      setOver(true)

      return
    }
    if (code === 'priceChanged') {
      const query = keyOfOrder ? `?key=${encodeURIComponent(keyOfOrder)}` : ''
      const now = await callApi<{ proposal: null | Proposal }>(`${at}${query}`)
      if (now.ok && now.data.proposal) {
        setProposal(now.data.proposal)
      }
    }
    setFault(code)
  }

  const accept = async () => {
    setFault(null)
    setDoing('accept')
    const answer = await callApi<{ url: string }>(`${at}/accept`, {
      body: { ...said, total: proposal.total },
    })
    if (answer.ok) {
      location.assign(answer.data.url)

      return
    }
    await refuse(answer.code)
    setDoing(null)
  }

  const decline = async () => {
    setFault(null)
    setDoing('decline')
    const answer = await callApi<{ proposal: null | Proposal }>(`${at}/decline`, { body: said })
    if (!answer.ok) {
      await refuse(answer.code)
      setDoing(null)
    } else if (answer.data.proposal) {
      setProposal(answer.data.proposal)
      setDoing(null)
    } else {
      onDone()
    }
  }

  return { accept, decline, doing, fault, isOver, proposal }
}
