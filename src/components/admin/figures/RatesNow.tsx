import type { Locale } from '@/domain/tenancy/locales'
import type { Worth } from '@/domain/commerce/worth'

import { WORTH_WORDS } from './worthWords'

/** By which rates sums of several currencies were added up, and which of them are not in it. */
export const RatesNow = ({
  language,
  worth: { currency: base, rates, unknown },
}: {
  language: Locale
  worth: Pick<Worth, 'currency' | 'rates' | 'unknown'>
}) => {
  const words = WORTH_WORDS[language]
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 })

  return (
    <div className="lectern-worth">
      {rates.length > 0 && (
        <>
          <p>{words.nowRates}</p>
          <ul>
            {rates.map(({ currency, day, value }) => (
              <li key={currency}>
                <bdi>{`1 ${base} = ${number.format(Number(value))} ${currency}`}</bdi>,{' '}
                {day === null
                  ? words.ownRate
                  : words.onDay(date.format(new Date(`${day}T00:00:00Z`)))}
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && <p>{words.none(unknown.join(', '))}</p>}
    </div>
  )
}
