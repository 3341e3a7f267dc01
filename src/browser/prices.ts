import { currencyHere } from '@/components/commerce/currencyHere'
import { PRICES } from '@/domain/pages/prices'

/** Shows the prices of a document in the currency that was chosen in this browser, where they have a text for it. */
export const showPrices = (): void => {
  const currency = currencyHere()
  for (const price of currency ? document.querySelectorAll(`[${PRICES}]`) : []) {
    const texts = JSON.parse(price.getAttribute(PRICES) ?? '{}') as Record<string, string>
    const text = texts[currency ?? '']
    if (text) {
      price.textContent = text
    }
  }
}
