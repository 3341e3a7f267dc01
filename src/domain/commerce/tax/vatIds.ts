import { EU_MEMBERS } from './countries'

/** A VAT id of a member of the European Union: its country, the prefix that VIES knows it by, and what follows. */
export type VatId = { country: string; number: string; prefix: string }

/**
 * How a VAT check ended. `otherCountry` is an id of another member than the buyer's; `unavailable` is no answer, by which
 * nothing is proved.
 */
export type VatStatus = 'invalid' | 'malformed' | 'otherCountry' | 'unavailable' | 'valid'

/** A check of a buyer's VAT id; `checkedAt` is ISO 8601, `consultation` the number by which VIES knows the answer. */
export type VatCheck = { checkedAt: null | string; consultation: null | string; status: VatStatus }

/** Greece writes EL before its numbers, and every other member the code of its country. */
const prefixOf = (country: string): string => (country === 'GR' ? 'EL' : country)

/** What follows the prefix, by prefix (Commission, VIES, frequently asked questions, 11: structure of VAT numbers). */
const FORMATS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z\d]\d{7}[A-Z\d]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z\d+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z\d+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
}

/**
 * A VAT id as it was typed, with or without spaces, dots, hyphens and the prefix; without one it is taken for
 * `country`'s. Null where it has no form that its country gives its numbers.
 */
export const readVatId = (typed: string, country: string): null | VatId => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-\/]/g, '')
  const own = EU_MEMBERS.find((member) => text.startsWith(prefixOf(member)))
  const read = [
    ...(own ? [{ country: own, number: text.slice(2) }] : []),
    ...(EU_MEMBERS.includes(country) ? [{ country, number: text }] : []),
  ]
    .map((one) => ({ ...one, prefix: prefixOf(one.country) }))
    .find(({ number, prefix }) => FORMATS[prefix]?.test(number))

  return read ?? null
}
