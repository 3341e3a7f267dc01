/** What opens a school's account with each company that keeps films, by the names of its fields. */
export const VIDEO_KEYS_OF = {
  bunny: ['bunnyLibrary', 'bunnyHost', 'bunnyApiKey', 'bunnyReadKey', 'bunnyTokenKey'],
  mux: [
    'muxTokenId',
    'muxTokenSecret',
    'muxSigningKey',
    'muxPrivateKey',
    'muxWebhookSecret',
    'muxDrm',
  ],
  vimeo: ['vimeoToken'],
} as const

/** The names of all keys. */
export const VIDEO_KEY_NAMES = Object.values(VIDEO_KEYS_OF).flat()

export type VideoKeyName = (typeof VIDEO_KEY_NAMES)[number]

/** Keys that are no secret, and are shown as they are. */
export const OPEN_KEYS: readonly VideoKeyName[] = [
  'bunnyHost',
  'bunnyLibrary',
  'muxDrm',
  'muxSigningKey',
  'muxTokenId',
]

/** What an account can do without: Mux protects films only for whom it agreed to. */
export const SPARE_KEYS: readonly VideoKeyName[] = ['muxDrm']
