import type { Wishes } from '@/domain/commerce/wishes'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

/** Whether a code is about a sum that the buyer names, or its currency. */
export const isAboutAmounts = (code: string): boolean =>
  code.startsWith('amount') ||
  ['currencyNotSold', 'noPriceInCurrency', 'tipNotTaken'].includes(code)

/** What is asked to be bought, at the prices that were named. */
export const itemsOf = (offers: readonly string[], { amounts }: Wishes) =>
  offers.map((offer) => ({ amount: amounts[offer], offer }))

/** The currency of a quote where it is not the school's own. */
const foreignIn = (quote: null | PurchaseQuote): null | string =>
  quote?.currencies && quote.currency !== quote.currencies[0] ? quote.currency : null

/** What the buyer named of what is quoted. */
export const wishesIn = (quote: null | PurchaseQuote): Wishes => ({
  amounts: Object.fromEntries(
    quote?.lines.flatMap(({ base, offer, open }) => (open ? [[offer, base]] : [])) ?? [],
  ),
  currency: foreignIn(quote),
  tip: quote?.tip?.base ?? 0,
})

/** What the address of the page names. */
export const wishesAsked = (query: URLSearchParams): Wishes => ({
  amounts: Object.fromEntries(
    query.getAll('amount').map((text) => {
      const [offer = '', amount] = text.split(':')

      return [offer, Number(amount)]
    }),
  ),
  currency: query.get('currency'),
  tip: Number(query.get('tip') ?? 0),
})
