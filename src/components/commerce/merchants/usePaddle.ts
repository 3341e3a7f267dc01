'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { PaddlePage } from '@/operations/commerce/paddlePage'

/** The part of Paddle.js that is used here. */
type PaddleScript = {
  Checkout: { open: (asked: { transactionId: string }) => void }
  Environment: { set: (environment: 'sandbox') => void }
  Initialize: (given: {
    checkout: { settings: Record<string, boolean | string> }
    eventCallback: (event: { name?: string }) => void
    token: string
  }) => void
}

/** The script, once it is there: it makes itself known on the window. */
const paddleHere = (): PaddleScript | undefined =>
  (window as unknown as { Paddle?: PaddleScript }).Paddle

/** Where Paddle's checkout stands: its script is on its way or did not come, it is open, was closed, or was paid in. */
type PaddleState = 'closed' | 'failed' | 'open' | 'opening' | 'paid'

/** Languages of the school that Paddle's checkout does not speak are shown in English. */
const LOCALES: Readonly<Record<string, string>> = { ru: 'ru' }

const isDark = (): boolean => {
  const { theme } = document.documentElement.dataset

  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

const EVENTS: Readonly<Record<string, PaddleState>> = {
  'checkout.closed': 'closed',
  'checkout.completed': 'paid',
  'checkout.error': 'failed',
  'checkout.loaded': 'open',
}

/**
 * Loads Paddle's script, which opens the checkout of the transaction that the page's address names, and follows it; goes
 * on to the order once it is paid.
 */
export const usePaddle = ({
  locale,
  page: { isOpen, next, paddle, transaction },
}: {
  locale: string
  page: PaddlePage
}) => {
  const [state, setState] = useState<PaddleState>('opening')
  const isPaid = useRef(false)
  const { isSandbox, script: address, token } = paddle

  const follow = useCallback(
    ({ name = '' }: { name?: string }) => {
      const told = EVENTS[name]
      if (told === 'paid') {
        isPaid.current = true
        location.assign(next)
      }
      if (told && (told === 'paid' || !isPaid.current)) {
        setState(told)
      }
    },
    [next],
  )

  const load = useCallback(() => {
    const script = document.createElement('script')
    script.src = address
    script.addEventListener('error', () => {
      script.remove()
      setState('failed')
    })
    script.addEventListener('load', () => {
      const Paddle = paddleHere()
      if (!Paddle) {
        setState('failed')

        return
      }
      if (isSandbox) {
        Paddle.Environment.set('sandbox')
      }
      Paddle.Initialize({
        checkout: {
          settings: {
            allowLogout: false,
            displayMode: 'overlay',
            locale: LOCALES[locale] ?? 'en',
            showAddDiscounts: false,
            theme: isDark() ? 'dark' : 'light',
          },
        },
        eventCallback: follow,
        token,
      })
    })
    document.head.append(script)
  }, [address, follow, isSandbox, locale, token])

  useEffect(() => {
    if (isOpen && !document.querySelector(`script[src="${CSS.escape(address)}"]`)) {
      load()
    }
  }, [address, isOpen, load])

  const again = () => {
    setState('opening')
    const Paddle = paddleHere()
    if (Paddle) {
      Paddle.Checkout.open({ transactionId: transaction })
    } else {
      load()
    }
  }

  return { again, state }
}
