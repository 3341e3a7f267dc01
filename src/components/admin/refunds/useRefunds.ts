'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { OrderRefunds, RefundWish } from '@/domain/commerce/refunds'

import type { RefundWords } from './words'

/** How often a refund that is under way is looked after, in milliseconds, and how often at most. */
const EVERY_MS = 1500
const MOST_LOOKS = 40

export type Asked = { endsAccess: boolean; key: string; reason: string; wish: RefundWish }

/** The refunds of an order, read anew after each and while one is under way; null until they are known. */
export const useRefunds = (
  order: null | string,
  words: RefundWords,
): { give: (asked: Asked) => Promise<boolean>; refunds: null | OrderRefunds } => {
  const [refunds, setRefunds] = useState<null | OrderRefunds>(null)
  const [looks, setLooks] = useState(0)
  const path = `/api/orders/${order}/refunds`
  const read = useCallback(async () => {
    const answer = await fetch(path).catch(() => null)
    if (answer?.ok) {
      setRefunds((await answer.json()) as OrderRefunds)
    }
  }, [path])
  useEffect(() => {
    const begin = () => void read()
    if (order) {
      begin()
    }
  }, [order, read])
  const isUnderWay = refunds?.refunds.some(({ status }) => status === 'pending') === true
  useEffect(() => {
    if (!isUnderWay || looks >= MOST_LOOKS) {
      return undefined
    }
    const timer = setTimeout(() => {
      setLooks(looks + 1)
      void read()
    }, EVERY_MS)

    return () => clearTimeout(timer)
  }, [isUnderWay, looks, read])

  const give = async (asked: Asked): Promise<boolean> => {
    try {
      const answer = await fetch(path, {
        body: JSON.stringify(asked),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      if (!answer.ok) {
        const { code = '' } = (await answer.json()) as { code?: string }
        toast.error(words.refused[code] ?? words.failed)

        return false
      }
      setLooks(0)
      await read()

      return true
    } catch {
      toast.error(words.failed)

      return false
    }
  }

  return { give, refunds }
}
