'use client'

import { Banner } from '@payloadcms/ui'

import type { DomainView } from '@/operations/tenancy/domainOverview'

import { useWords } from './useWords'

/** What visitors of a connected domain are shown for a certificate; nothing where TLS is not spoken. */
export const CertificateLine = ({
  domain: { certificate, origin, status },
}: {
  domain: DomainView
}) => {
  const { language, words } = useWords()
  if (!origin.startsWith('https:') || status !== 'active') {
    return null
  }
  if (!certificate) {
    return <p>{words.certificate.awaited}</p>
  }
  const { detail, expiresAt, problem } = certificate
  if (problem) {
    return (
      <Banner type="error">
        {words.certificate.problems[problem]} {detail && <bdi>({detail})</bdi>}
      </Banner>
    )
  }

  return expiresAt ? (
    <p>
      {words.certificate.good(
        new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(expiresAt),
        ),
      )}
    </p>
  ) : null
}
