/** How often a key may call in a minute, by its class. */
export const KEY_RATES = { high: 600, low: 30, standard: 100 } as const

export type KeyRate = keyof typeof KEY_RATES

export const RATE_NAMES = ['low', 'standard', 'high'] as const satisfies readonly KeyRate[]

/** Days after which a key ends; null for one that is kept until it is revoked. */
export const KEY_DAYS = [30, 90, 365] as const

/** How every key begins, so that a leaked one is known for what it is. */
export const KEY_PREFIX = 'lk_'

/** Characters of a key that stay readable in the list. */
export const SHOWN_LENGTH = KEY_PREFIX.length + 8
