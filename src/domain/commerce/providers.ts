/** Who takes real money, in the order in which they are offered where a school has not put them into another. */
export const REAL_PROVIDERS = ['stripe', 'paypal', 'razorpay'] as const

export type RealProvider = (typeof REAL_PROVIDERS)[number]

/** Who takes the money: a provider, or the gateway built in for trying things out. */
export type ProviderName = 'test' | RealProvider
