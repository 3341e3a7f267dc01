import type { Checks } from './records'

export const DOMAIN_STATUSES = ['pending', 'active', 'attention', 'expired'] as const

/**
 * `pending`: records are awaited; `active`: proved, and leads here; `attention`: it did, and no longer
 * does; `expired`: nothing came for seven days, and it is looked at only when somebody asks.
 */
export type DomainStatus = (typeof DOMAIN_STATUSES)[number]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a claim is looked at without being asked. */
export const CLAIM_MS = 7 * DAY

/** Checks that have to fail one after the other before a domain that worked is called broken. */
const FAILURES_OF_TROUBLE = 3

/** Days before the end of a certificate at which it should have been renewed; Caddy does so at a third of its life. */
const RENEWED_BEFORE_MS = 14 * DAY

/** How long after the records are right a first certificate may take. */
const ISSUED_WITHIN_MS = 10 * MINUTE

export type Standing = {
  /** Looks at its records in a row that found them wrong. */
  failures: number
  status: DomainStatus
}

/** Whether a browser that follows the domain's records arrives here and may be shown a certificate. */
export const isConnected = ({ address, authority }: Checks): boolean =>
  address.isGood && authority.isGood

/** Where a domain stands after its records were looked at. Times are in milliseconds. */
export const nextStanding = ({
  checks,
  claimedAt,
  isProved,
  now,
  standing: { failures, status },
}: {
  checks: Checks
  claimedAt: number
  /** Whether the school's ownership is on record now. */
  isProved: boolean
  now: number
  standing: Standing
}): Standing => {
  if (isProved && isConnected(checks)) {
    return { failures: 0, status: 'active' }
  }
  const failed = failures + 1
  if (status === 'active' || status === 'attention') {
    return { failures: failed, status: failed < FAILURES_OF_TROUBLE ? status : 'attention' }
  }

  return { failures: failed, status: now - claimedAt < CLAIM_MS ? 'pending' : 'expired' }
}

/** Waits between two looks at a claim, by its age: often while its owner is at the registrar's. */
const WAITS: readonly (readonly [below: number, wait: number])[] = [
  [10 * MINUTE, MINUTE],
  [HOUR, 5 * MINUTE],
  [DAY, 30 * MINUTE],
  [CLAIM_MS, 2 * HOUR],
]

/**
 * Milliseconds until a domain is looked at again, or null when it is not before somebody asks. A
 * certificate that is awaited is asked for rarely, since each time may have one issued, and
 * authorities count what fails.
 */
export const nextWait = ({
  activeAt,
  claimedAt,
  hasCertificate,
  now,
  standing: { failures, status },
}: {
  /** When its records were right for the first time; null before. */
  activeAt: null | number
  claimedAt: number
  hasCertificate: boolean
  now: number
  standing: Standing
}): null | number => {
  switch (status) {
    case 'active':
      if (failures > 0 || now - (activeAt ?? now) <= ISSUED_WITHIN_MS) {
        return 5 * MINUTE
      }

      return hasCertificate ? 6 * HOUR : 20 * MINUTE
    case 'attention':
      return 30 * MINUTE
    case 'expired':
      return null
    default:
      return WAITS.find(([below]) => now - claimedAt < below)?.[1] ?? null
  }
}

export type CertificateProblem =
  'expired' | 'expiring' | 'none' | 'timeout' | 'unreachable' | 'untrusted' | 'wrongName'

/** What a domain's visitors are shown: a certificate until `expiresAt` (ISO 8601), or why they are not. */
export type Certificate = {
  /** What the other side said, for those who know. */
  detail: null | string
  expiresAt: null | string
  issuer: null | string
  problem: CertificateProblem | null
}

/** A certificate with the problem that it should have been renewed by now. */
export const seenAt = (certificate: Certificate, now: number): Certificate =>
  certificate.problem === null &&
  certificate.expiresAt !== null &&
  Date.parse(certificate.expiresAt) - now < RENEWED_BEFORE_MS
    ? { ...certificate, problem: 'expiring' }
    : certificate

/** Whether it is time to tell the owner: of a first certificate not before it had time to be issued. */
export const isCertificateTrouble = ({
  activeAt,
  certificate,
  now,
}: {
  activeAt: number
  certificate: Certificate
  now: number
}): boolean => certificate.problem !== null && now - activeAt >= ISSUED_WITHIN_MS
