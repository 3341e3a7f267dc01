'use client'

import type { NumberFieldClientProps } from 'payload'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  useField,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import { exponentOf } from '@/domain/commerce/money'
import { parseMoney } from '@/domain/commerce/parseMoney'

import { wordsIn } from './words'

const WRONG = {
  en: 'Write an amount, as in 49.00.',
  he: 'יש לכתוב סכום, למשל 49.00.',
  ru: 'Введите сумму, например 49,00.',
}

const written = (amount: unknown, currency: string): string => {
  const digits = exponentOf(currency)

  return typeof amount === 'number' ? (amount / 10 ** digits).toFixed(digits) : ''
}

/**
 * An amount as people write it, kept in minor units of the currency that stands beside it. What is typed keeps its
 * meaning when the currency is chosen afterwards. With `unit`, as in `%`, it is kept in hundredths of that.
 */
export const MoneyField = ({
  currencyPath,
  field: { admin, label, required },
  path,
  readOnly,
  unit,
}: NumberFieldClientProps & {
  /** The field that holds the currency, where that does not stand beside this one. */
  currencyPath?: string
  /** What is counted in hundredths, where that is no currency. */
  unit?: string
}) => {
  const id = useId()
  const { i18n } = useTranslation()
  const { disabled, setValue, showError, value } = useField<null | number | string>({ path })
  const beside = currencyPath ?? path.replace(/[^.]+$/, 'currency')
  const chosen = useFormFields(([fields]) => fields[beside]?.value)
  const currency = !unit && typeof chosen === 'string' ? chosen : ''
  const [typed, setTyped] = useState<null | string>(null)
  const counted = useRef(currency)
  const keep = (text: string) => {
    const amount = parseMoney(text, currency)
    setTyped(text)
    setValue(text.trim() === '' ? null : (amount ?? text))
  }
  useEffect(() => {
    if (counted.current !== currency && typed !== null) {
      setValue(typed.trim() === '' ? null : (parseMoney(typed, currency) ?? typed))
    }
    counted.current = currency
  }, [currency, setValue, typed])
  const isWrong = typeof value === 'string'

  return (
    <div className="field-type number">
      <FieldLabel htmlFor={id} label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError && !isWrong} />
        <div className="lectern-amount" dir="ltr">
          <input
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            aria-invalid={isWrong}
            disabled={readOnly === true || disabled}
            id={id}
            inputMode="decimal"
            onBlur={() => isWrong || setTyped(null)}
            onChange={({ target }) => keep(target.value)}
            value={typed ?? (isWrong ? value : written(value, currency))}
          />
          <span aria-hidden>{unit ?? currency}</span>
        </div>
        {isWrong && (
          <p className="lectern-amount__wrong" id={`${id}-wrong`} role="alert">
            {wordsIn(i18n.language, WRONG)}
          </p>
        )}
      </div>
      <FieldDescription description={admin?.description} path={path} />
    </div>
  )
}
