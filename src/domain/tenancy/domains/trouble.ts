import type { Checks } from './records'
import type { Certificate, CertificateProblem } from './status'

/** What keeps visitors from a domain, as its owner is told it. */
export type Trouble =
  | 'certificateExpired'
  | 'certificateExpiring'
  | 'certificateMissing'
  | 'certificateUntrusted'
  | 'certificateWrongName'
  | 'forbidden'
  | 'noRecord'
  | 'pointsElsewhere'
  | 'serverSilent'
  | 'unreachable'

const OF_CERTIFICATES: Record<CertificateProblem, Trouble> = {
  expired: 'certificateExpired',
  expiring: 'certificateExpiring',
  none: 'certificateMissing',
  timeout: 'unreachable',
  unreachable: 'unreachable',
  untrusted: 'certificateUntrusted',
  wrongName: 'certificateWrongName',
}

/** The trouble with a domain that was connected: that of its records first, since the rest follows from it. */
export const troubleOf = ({
  certificate,
  checks: { address, authority },
}: {
  certificate: Certificate | null
  checks: Pick<Checks, 'address' | 'authority'>
}): null | Trouble => {
  if (!address.isGood) {
    switch (address.reason) {
      case 'pointsElsewhere':
        return 'pointsElsewhere'
      case 'noName':
      case 'noRecord':
        return 'noRecord'
      default:
        return 'serverSilent'
    }
  }
  if (!authority.isGood) {
    return authority.reason === 'forbidden' ? 'forbidden' : 'serverSilent'
  }

  return certificate?.problem ? OF_CERTIFICATES[certificate.problem] : null
}
