/** Who calculates a school's tax: its own table of rates, or Stripe Tax. */
export const TAX_SOURCES = ['table', 'stripe'] as const

export type TaxSource = (typeof TAX_SOURCES)[number]
