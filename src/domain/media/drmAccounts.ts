/** Who gives out licences for a school's protected films. */
export const LICENCE_SERVICES = [
  {
    label: {
      en: 'Clear Key (a trial: browsers are given the key as it is)',
      he: 'Clear Key (לניסיון: הדפדפן מקבל את המפתח כמות שהוא)',
      ru: 'Clear Key (для проверки: браузер получает ключ открыто)',
    },
    value: 'clearKey',
  },
  { label: { en: 'Axinom DRM', he: 'Axinom DRM', ru: 'Axinom DRM' }, value: 'axinom' },
] as const

export type LicenceService = (typeof LICENCE_SERVICES)[number]['value']

/** What opens an account with each service, by the names of its fields. */
export const DRM_KEYS_OF = {
  axinom: [
    'axinomKeyId',
    'axinomKey',
    'axinomWidevine',
    'axinomPlayready',
    'axinomFairplay',
    'axinomCertificate',
  ],
  clearKey: [],
} as const satisfies Record<LicenceService, readonly string[]>

export const DRM_KEY_NAMES = Object.values(DRM_KEYS_OF).flat()

export type DrmKeyName = (typeof DRM_KEY_NAMES)[number]

/** Keys that are no secret, and are shown as they are: each device that asks for a licence is told the certificate. */
export const OPEN_DRM_KEYS: readonly DrmKeyName[] = DRM_KEY_NAMES.filter((name) => name !== 'axinomKey')

/** What an account can do without: Apple gives its certificate only to whom it knows. */
export const SPARE_DRM_KEYS: readonly DrmKeyName[] = ['axinomFairplay', 'axinomCertificate']
