/** Attribute of a price in a document: what it is in other currencies, as JSON of texts by their codes. */
export const PRICES = 'data-prices'
