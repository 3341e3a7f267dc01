'use client'

import { useEffect, useState } from 'react'

import type { CartItem } from '@/domain/commerce/cart'
import type { CartView } from '@/operations/commerce/cartView'

import { callApi, type Answer } from '@/components/shell/api'
import { fetchSession } from '@/components/shell/session'

import { chooseCurrency, currencyHere } from '../currencyHere'
import { itemsHere, joinCart, putIntoCart, rememberCount, takeOutOfCart } from './store'

type Found = { fault: null | string; isSignedIn: boolean; view: CartView | null }

type Asked = { answer: Answer<CartView>; isSignedIn: boolean }

/** The account's cart, in the school's own currency where it does not sell in the one that was chosen. */
const askCart = async (signal?: AbortSignal): Promise<Asked> => {
  const asked = await askInChosen(signal)
  if (asked.answer.ok || asked.answer.code !== 'currencyNotSold') {
    return asked
  }
  chooseCurrency(null)

  return askInChosen(signal)
}

/** The account's cart, with what this browser kept before in it; else what this browser keeps. */
const askInChosen = async (signal?: AbortSignal): Promise<Asked> => {
  const isSignedIn = (await fetchSession(signal)) !== null
  const currency = currencyHere()
  if (!isSignedIn) {
    const body = { currency, items: itemsHere() }

    return { answer: await callApi('/api/cart/look', { body, signal }), isSignedIn }
  }
  await joinCart()
  const answer = await callApi<CartView>(
    currency ? `/api/cart?currency=${currency}` : '/api/cart',
    { signal },
  )
  if (answer.ok) {
    rememberCount(answer.data.lines.length)
  }

  return { answer, isSignedIn }
}

const after = (before: Found, { answer, isSignedIn }: Asked): Found =>
  answer.ok ? { fault: null, isSignedIn, view: answer.data } : { ...before, fault: answer.code }

/** The cart of whoever reads; `view` is null until it is known. */
export const useCart = () => {
  const [found, setFound] = useState<Found>({ fault: null, isSignedIn: false, view: null })
  const [removing, setRemoving] = useState<null | string>(null)

  useEffect(() => {
    const control = new AbortController()
    void askCart(control.signal).then((asked) => {
      if (!control.signal.aborted) {
        setFound((before) => after(before, asked))
      }
    })

    return () => control.abort()
  }, [])

  const reload = async () => {
    const asked = await askCart()
    setFound((before) => after(before, asked))
  }

  const remove = async (offer: string) => {
    setRemoving(offer)
    const fault = await takeOutOfCart(offer, found.isSignedIn)
    if (fault) {
      setFound({ ...found, fault })
    } else {
      await reload()
    }
    setRemoving(null)
  }

  const name = async (item: CartItem) => {
    const fault = await putIntoCart(item, found.isSignedIn)
    if (fault) {
      setFound({ ...found, fault })
    } else {
      await reload()
    }
  }

  return { ...found, name, reload: () => void reload(), remove, removing }
}
