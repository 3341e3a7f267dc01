import type { Locale } from '@/domain/tenancy/locales'
import type { FontPair } from '@/domain/tenancy/theme/faces'
import type { Box } from '@/domain/tenancy/theme/logo'
import type { Look } from '@/domain/tenancy/theme/palette'

/** What a certificate says. `verifyUrl` is absolute and stands in the QR code. */
export type CertificateText = {
  course: string
  issuedAt: Date
  learner: string
  locale: Locale
  /** The name stands in the place of a logo where there is none; `friendly` is the pair where none is named. */
  school: Look & { fontPair?: FontPair; logo?: (Box & { png: Buffer }) | null; name: string }
  serial: string
  /** The date is written in this IANA time zone; UTC when absent. */
  timeZone?: string
  verifyUrl: string
}
