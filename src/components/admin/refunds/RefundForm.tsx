'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { OrderRefunds, RefundWish } from '@/domain/commerce/refunds'

import { exponentOf } from '@/domain/commerce/money'
import { parseMoney } from '@/domain/commerce/parseMoney'

import type { Asked } from './useRefunds'
import type { RefundWords } from './words'

const LONGEST = 500

type Given = {
  money: (amount: number) => string
  onCancel: () => void
  onGive: (asked: Asked) => Promise<boolean>
  refunds: OrderRefunds
  words: RefundWords
}

/** What is typed for one sum, and what is wrong with it. */
const Sum = ({
  currency,
  isFirst = false,
  label,
  most,
  onText,
  text,
  words,
  wrong,
}: {
  currency: string
  isFirst?: boolean
  label: string
  most: string
  onText: (text: string) => void
  text: string
  words: RefundWords
  wrong: 'notMoney' | 'tooMuch' | null
}) => {
  const field = useId()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => (isFirst ? first.current?.focus() : undefined), [isFirst])

  return (
    <div className="field-type text">
      <label className="field-label" htmlFor={field}>
        {label} <bdi>({currency})</bdi>
      </label>
      <input
        aria-describedby={`${field}-said`}
        aria-invalid={wrong !== null}
        dir="ltr"
        id={field}
        inputMode="decimal"
        onChange={({ target }) => onText(target.value)}
        ref={first}
        value={text}
      />
      <small id={`${field}-said`}>
        {wrong === 'notMoney' ? words.notMoney : words.tooMuch(most)}
      </small>
    </div>
  )
}

/** Where a refund is made: of the whole order, or of some of its lines. It lies within the form of the order, and so is none of its own. */
export const RefundForm = ({ money, onCancel, onGive, refunds, words }: Given) => {
  const { currency, left, lines } = refunds
  const ids = useId()
  const digits = exponentOf(currency)
  const written = (amount: number) => (amount / 10 ** digits).toFixed(digits)
  /** One refund, however often the button is pressed. */
  const [key] = useState(() => crypto.randomUUID())
  const [isByLine, setByLine] = useState(false)
  const [whole, setWhole] = useState(written(left))
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [endsAccess, setEndsAccess] = useState(true)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const open = lines.filter((line) => line.left > 0)
  const amountOf = (text: string) => (text.trim() === '' ? 0 : parseMoney(text, currency))
  const wrongWith = (text: string, most: number) => {
    const amount = amountOf(text)

    return amount === null ? 'notMoney' : amount > most ? 'tooMuch' : null
  }
  const asked = open.map(({ id }) => ({ amount: amountOf(texts[id] ?? '') ?? 0, line: id }))
  const total = isByLine
    ? asked.reduce((sum, { amount }) => sum + amount, 0)
    : (amountOf(whole) ?? 0)
  const isWrong = isByLine
    ? open.some((line) => wrongWith(texts[line.id] ?? '', line.left))
    : wrongWith(whole, left) !== null
  const wish: RefundWish = isByLine
    ? { lines: asked.filter(({ amount }) => amount > 0) }
    : { amount: total }
  const send = () => {
    setBusy(true)
    void onGive({ endsAccess, key, reason, wish }).finally(() => setBusy(false))
  }

  return (
    <div className="lectern-publication-words lectern-refund">
      {open.length > 1 && (
        <div className="lectern-refund__ways" role="radiogroup">
          {([false, true] as const).map((one) => (
            <label key={String(one)}>
              <input
                checked={isByLine === one}
                name={`${ids}-way`}
                onChange={() => setByLine(one)}
                type="radio"
              />
              {one ? words.byLine : words.whole}
            </label>
          ))}
        </div>
      )}
      {isByLine ? (
        open.map((line, index) => (
          <Sum
            currency={currency}
            isFirst={index === 0}
            key={line.id}
            label={line.title}
            most={money(line.left)}
            onText={(text) => setTexts({ ...texts, [line.id]: text })}
            text={texts[line.id] ?? ''}
            words={words}
            wrong={wrongWith(texts[line.id] ?? '', line.left)}
          />
        ))
      ) : (
        <Sum
          currency={currency}
          isFirst
          label={words.amount}
          most={money(left)}
          onText={setWhole}
          text={whole}
          words={words}
          wrong={wrongWith(whole, left)}
        />
      )}
      <div className="field-type textarea">
        <label className="field-label" htmlFor={`${ids}-reason`}>
          {words.reason}
        </label>
        <textarea
          dir="auto"
          id={`${ids}-reason`}
          maxLength={LONGEST}
          onChange={({ target }) => setReason(target.value)}
          rows={2}
          value={reason}
        />
      </div>
      <label className="lectern-refund__check">
        <input
          aria-describedby={`${ids}-closes`}
          checked={endsAccess}
          onChange={({ target }) => setEndsAccess(target.checked)}
          type="checkbox"
        />
        {words.closes}
      </label>
      <small id={`${ids}-closes`}>{words.closesHint}</small>
      <div className="lectern-publication-steps">
        <Button
          disabled={isBusy || isWrong || total === 0 || reason.trim() === ''}
          id="refund-give"
          margin={false}
          onClick={send}
          size="medium"
        >
          {words.give(money(total))}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="medium">
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
