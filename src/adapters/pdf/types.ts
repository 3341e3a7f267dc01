import type { Locale } from '@/domain/tenancy/locales'

/** What a certificate says. `accent` is `#rrggbb`; `verifyUrl` is absolute and stands in the QR code. */
export type CertificateText = {
  course: string
  issuedAt: Date
  learner: string
  locale: Locale
  /** `logo` is a PNG; the name stands in its place where there is none. */
  school: { accent: string; logo?: Buffer | null; name: string }
  serial: string
  /** The date is written in this IANA time zone; UTC when absent. */
  timeZone?: string
  verifyUrl: string
}
