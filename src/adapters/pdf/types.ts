import type { Locale } from '@/domain/tenancy/locales'

/** What a certificate says. `accent` is `#rrggbb`; `verifyUrl` is absolute and stands in the QR code. */
export type CertificateText = {
  course: string
  issuedAt: Date
  learner: string
  locale: Locale
  school: { accent: string; name: string }
  serial: string
  /** The date is written in this IANA time zone; UTC when absent. */
  timeZone?: string
  verifyUrl: string
}
