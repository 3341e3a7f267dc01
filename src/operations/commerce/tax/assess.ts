import type { PayloadRequest } from 'payload'

import type { TaxAnswer } from '@/adapters/tax/types'
import type { Billing } from '@/domain/commerce/invoices'
import type { TaxOn } from '@/domain/commerce/quote'
import type { Place } from '@/domain/commerce/tax/rates'
import type { ShownTaxation, Taxation, TaxNeed } from '@/domain/commerce/tax/taxed'
import type { VatCheck } from '@/domain/commerce/tax/vatIds'

import { taxCalculator } from '@/adapters/tax/index'
import { TaxPlaceUnknown, TaxUnavailable } from '@/adapters/tax/types'
import { sumOf } from '@/domain/commerce/money'
import { isCountry } from '@/domain/commerce/tax/countries'
import { ELSEWHERE, regionsOf } from '@/domain/commerce/tax/rates'
import { isReverseCharged } from '@/domain/commerce/tax/taxed'
import { readVatId } from '@/domain/commerce/tax/vatIds'
import { RuleError } from '@/domain/errors'

import { isSoldByMerchant } from '../providers'
import { networkCountry } from './networkCountry'
import { taxSettings, type TaxSettings } from './settings'
import { checkVatId } from './vatId'

/** The tax of a purchase: as it is shown, as it is kept with the order, and as it is charged. */
export type Assessed = { kept: null | Taxation; shown: ShownTaxation; taxOn?: TaxOn }

type Asked = {
  /** What is bought costs with its discounts taken off, line by line, in minor units of `currency`. */
  amounts: readonly number[]
  billing: Billing | null | undefined
  currency: string
  /** The answer of an earlier check, for when none can be had now. */
  earlierVat?: null | VatCheck
  now: Date
  /** Whether a kept card is charged, now or later: no merchant of record keeps any. */
  recurs?: boolean
  req: PayloadRequest
  tenant: string
}

/**
 * The tax of a purchase at its buyer's place; null where the school charges none, or a merchant of record sells it. Asks the register of VAT ids and
 * whoever calculates the tax, so call it outside a transaction.
 */
export const assessTax = async (asked: Asked): Promise<Assessed | null> => {
  const settings = await taxSettings(asked)

  return settings && !(await isMerchants(asked)) ? assess({ ...asked, settings }) : null
}

const isMerchants = async ({ amounts, currency, recurs = false, req }: Asked): Promise<boolean> =>
  !recurs && isSoldByMerchant({ money: { amount: sumOf(amounts), currency }, recurs, req })

type Given = Asked & { settings: TaxSettings }

const assess = async (given: Given): Promise<Assessed> => {
  const { billing, now, req, settings } = given
  const network = networkCountry(req)
  const country = isCountry(billing?.country) ? billing.country : network
  const calculator = taxCalculator(settings.source)
  const asksPostalCode = country !== null && calculator.needsPostalCode.includes(country)
  const regions =
    country && calculator.name === 'table' ? regionsOf(settings.rates, country, now) : []
  const place = country
    ? {
        country,
        ...(asksPostalCode && { postalCode: billing?.postalCode?.trim() || null }),
        ...(regions.length > 0 && { region: knownRegion(billing?.region, regions) }),
      }
    : null
  const blank: ShownTaxation = {
    asksPostalCode,
    isIncluded: settings.isIncluded,
    needs: null,
    place,
    regions,
    taxes: [],
    treatment: null,
    vat: null,
  }
  const missing = needOf({ asksPostalCode, place, regions })
  if (missing || !place) {
    return { kept: null, shown: { ...blank, needs: missing } }
  }
  const vat = await checkVatId({
    country: place.country,
    earlier: given.earlierVat ?? null,
    now,
    seller: settings,
    typed: billing?.vatId,
  })
  const answer = await answerOf({ given, place, vat })
  if (typeof answer === 'string') {
    return { kept: null, shown: { ...blank, needs: answer, vat } }
  }
  const { lines, reference, taxes, treatment } = answer
  const { isIncluded, source } = { ...settings, source: calculator.name }

  return {
    kept: {
      evidence: { billing: place.country, network },
      isIncluded,
      place,
      reference,
      source,
      taxes,
      treatment,
      vat,
    },
    shown: { ...blank, taxes, treatment: sumOf(given.amounts) > 0 ? treatment : null, vat },
    taxOn: (amounts) => {
      if (amounts.join() !== given.amounts.join()) {
        throw new RuleError('priceChanged')
      }

      return { isIncluded, lines }
    },
  }
}

const knownRegion = (said: null | string | undefined, regions: readonly string[]) =>
  [...regions, ELSEWHERE].find((region) => region.toLowerCase() === said?.trim().toLowerCase()) ??
  null

const needOf = ({
  asksPostalCode,
  place,
  regions,
}: Pick<ShownTaxation, 'asksPostalCode' | 'place' | 'regions'>): null | TaxNeed =>
  !place
    ? 'country'
    : asksPostalCode && !place.postalCode
      ? 'postalCode'
      : regions.length > 0 && !place.region
        ? 'region'
        : null

/** The tax, or what is missing for it. Nothing is asked about what costs nothing. */
const answerOf = async ({
  given: { amounts, billing, currency, now, settings },
  place,
  vat,
}: {
  given: Given
  place: Place
  vat: null | VatCheck
}): Promise<TaxAnswer | TaxNeed> => {
  const { country: seller, isIncluded, rates, source } = settings
  if (sumOf(amounts) === 0) {
    return { lines: amounts.map(() => 0), reference: null, taxes: [], treatment: 'outside' }
  }
  const isReversed = isReverseCharged({ buyer: place.country, seller, vat })
  const vatId = isReversed ? readVatId(billing?.vatId ?? '', place.country) : null
  try {
    return await taxCalculator(source).calculate({
      amounts,
      currency,
      isIncluded,
      isReverseCharged: isReversed,
      now,
      place,
      rates,
      seller,
      vatId: vatId && `${vatId.prefix}${vatId.number}`,
    })
  } catch (error) {
    if (error instanceof TaxUnavailable) {
      return 'service'
    }
    if (error instanceof TaxPlaceUnknown) {
      return 'postalCode'
    }
    throw error
  }
}
