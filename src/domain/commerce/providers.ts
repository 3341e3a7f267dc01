/** Who takes real money, in the order in which they are offered where a school has not put them into another. */
export const REAL_PROVIDERS = ['stripe', 'paypal', 'razorpay', 'paddle'] as const

export type RealProvider = (typeof REAL_PROVIDERS)[number]

/** Who takes the money: a provider, or the gateway built in for trying things out. */
export type ProviderName = 'test' | RealProvider

/**
 * Merchants of record, by the name of their provider: they sell in the school's stead, charge the buyer's tax and pay it,
 * bill the buyer, and hand on what is left. What they are called stands on everything that the buyer sees.
 */
const MERCHANTS: ReadonlyMap<string, string> = new Map([['paddle', 'Paddle']])

/** Who sells what is paid through a provider; null where the school itself does. */
export const merchantOf = (provider: null | string | undefined): null | string =>
  MERCHANTS.get(provider ?? '') ?? null

/** Which of those that take some money is to take it: merchants of record alone, where there are any, so that a sale has one seller whatever is chosen. */
export const sellersAmong = <P extends { name: string }>(able: readonly P[]): readonly P[] => {
  const merchants = able.filter(({ name }) => merchantOf(name))

  return merchants.length > 0 ? merchants : able
}
