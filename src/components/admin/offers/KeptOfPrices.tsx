'use client'

import { useFormFields, useTranslation } from '@payloadcms/ui'

import { formatMoney } from '@/components/ui/formatMoney'
import { keptOf } from '@/domain/commerce/earnings'

import { wordsIn } from '../words'

type Said = { fee: string; kept: string; price: string }

const WORDS = {
  en: {
    fee: ({ fee }: Pick<Said, 'fee'>) => `The platform takes ${fee} of each sale, without tax.`,
    kept: ({ kept, price }: Said) => `Of ${price} you keep ${kept}.`,
  },
  he: {
    fee: ({ fee }: Pick<Said, 'fee'>) => `הפלטפורמה גובה ${fee} מכל מכירה, ללא מס.`,
    kept: ({ kept, price }: Said) => `מתוך ${price} נשארים לך ${kept}.`,
  },
  ru: {
    fee: ({ fee }: Pick<Said, 'fee'>) => `Платформа берёт ${fee} с каждой продажи, без налога.`,
    kept: ({ kept, price }: Said) => `Из ${price} вам остаётся ${kept}.`,
  },
}

/** The prices as they stand in the form, in minor units, as text, so that the form's other fields redraw nothing. */
const PRICE = /^prices\.(\d+)\.amount$/

const pricesIn = (fields: Record<string, undefined | { value?: unknown }>): string =>
  JSON.stringify(
    Object.keys(fields).flatMap((path) => {
      const [, place] = PRICE.exec(path) ?? []
      const amount = fields[path]?.value
      const currency = fields[`prices.${place ?? ''}.currency`]?.value
      const isMoney =
        Number.isSafeInteger(amount) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)

      return isMoney ? [{ amount, currency }] : []
    }),
  )

/** What is kept of each price of the form, `fee` being in basis points. */
export const KeptOfPrices = ({ fee }: { fee: number }) => {
  const {
    i18n: { language },
  } = useTranslation()
  const written = useFormFields(([fields]) => pricesIn(fields))
  const prices = JSON.parse(written) as { amount: number; currency: string }[]
  const words = wordsIn(language, WORDS)
  const percent = (fee / 10_000).toLocaleString(language, {
    maximumFractionDigits: 2,
    style: 'percent',
  })

  return (
    <div className="field-type lectern-kept">
      <p>{words.fee({ fee: percent })}</p>
      {prices.map(({ amount, currency }) => (
        <p key={currency}>
          <strong>
            {words.kept({
              fee: percent,
              kept: formatMoney({ amount: keptOf(amount, fee), currency, locale: language }),
              price: formatMoney({ amount, currency, locale: language }),
            })}
          </strong>
        </p>
      ))}
    </div>
  )
}
