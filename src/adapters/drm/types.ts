import type { ContentKey, KeySystem } from '@/domain/media/protection'

/** A service does not answer, or not as it should: it may in a while. */
export class LicencesAway extends Error {
  override name = 'LicencesAway'
}

/** A licence is not given: `request` where what was asked is none, or is for another key; `service` where the service says no. */
export class LicenceRefused extends Error {
  override name = 'LicenceRefused'

  constructor(
    message: string,
    readonly reason: 'request' | 'service',
  ) {
    super(message)
  }
}

type Asked = {
  /** What the browser's module wrote, in the system's own format. */
  body: Buffer
  /** The one key that the licence may hold. */
  key: ContentKey
  system: KeySystem
  /** When the licence ends. */
  until: Date
}

type Licence = { body: Buffer; type: string }

/** Who gives out licences. */
export type LicenceServer = {
  /** What FairPlay asks for before all else (DER); null where Apple's devices get no licences. */
  certificate: Buffer | null
  /** Whether it can be asked with these keys. Throws LicencesAway and LicenceRefused. */
  check: () => Promise<void>
  /** Throws LicencesAway and LicenceRefused. */
  licence: (asked: Asked) => Promise<Licence>
  /** The systems it gives licences for. */
  systems: readonly KeySystem[]
}
