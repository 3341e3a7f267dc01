'use client'

import { useState } from 'react'

import { exponentOf } from '@/domain/commerce/money'
import { parseMoney } from '@/domain/commerce/parseMoney'

import { Input } from './Input'

const written = (amount: null | number, currency: string): string => {
  const digits = exponentOf(currency)

  return amount === null ? '' : (amount / 10 ** digits).toFixed(digits)
}

/** A price to type, in minor units of a currency; forgives commas and spaces, and writes the amount out once it is left. */
export const MoneyInput = ({
  name,
  currency,
  defaultAmount = null,
  onAmount,
}: {
  /** ISO 4217. */
  currency: string
  defaultAmount?: null | number
  name?: string
  /** Null while what stands there is no price. */
  onAmount?: (amount: null | number) => void
}) => {
  const [text, setText] = useState(written(defaultAmount, currency))
  const change = (next: string) => {
    setText(next)
    onAmount?.(parseMoney(next, currency))
  }
  const leave = () => {
    const amount = parseMoney(text, currency)
    if (amount !== null) {
      setText(written(amount, currency))
    }
  }

  return (
    <div className="relative" dir="ltr">
      <Input
        className="pe-14 tabular-nums"
        dir="ltr"
        inputMode="decimal"
        name={name}
        onBlur={leave}
        onChange={({ target }) => change(target.value)}
        value={text}
      />
      <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-sm text-muted">
        {currency}
      </span>
    </div>
  )
}
