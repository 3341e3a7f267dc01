import type { TLSSocket } from 'node:tls'

import { connect } from 'node:tls'

import type { Certificate, CertificateProblem } from '@/domain/tenancy/domains/status'

import { env } from '@/env'

/** A first visit has the certificate issued, which takes a few seconds. */
const PATIENCE_MS = 30_000

/** What OpenSSL and Node call a certificate that a browser refuses, as far as it tells an owner something. */
const REFUSALS: Readonly<Record<string, CertificateProblem>> = {
  CERT_HAS_EXPIRED: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrongName',
}

type Asked = {
  /** Authorities to trust besides the known ones, in PEM. */
  authorities?: readonly string[]
  /** Where to connect, as `host` or `host:port`; the domain itself, at 443, when absent. */
  at?: string
  host: string
  patience?: number
}

/**
 * Which certificate the visitors of a host are shown: connects as a browser does, with the host's name
 * (SNI), and judges the answer by the authorities known to Node. Where certificates are issued on
 * demand, asking has one issued. Never throws.
 */
export const readCertificate = ({
  at = env().TLS_ENDPOINT,
  authorities,
  host,
  patience = PATIENCE_MS,
}: Asked): Promise<Certificate> =>
  new Promise((resolve) => {
    const [to = host, port = '443'] = (at ?? host).split(':')
    const socket = connect({
      ...(authorities && { ca: [...authorities] }),
      host: to,
      port: Number(port),
      rejectUnauthorized: false,
      servername: host,
      timeout: patience,
    })
    const end = (certificate: Certificate) => {
      socket.destroy()
      resolve(certificate)
    }
    socket.once('secureConnect', () => end(judge(socket)))
    socket.once('timeout', () => end(none('timeout')))
    socket.once('error', (error: Error & { code?: string }) =>
      end(none(isRefusal(error) ? 'none' : 'unreachable', error.message)),
    )
  })

/** The other side speaks TLS and has nothing for this name. */
const isRefusal = ({ code = '' }: { code?: string }): boolean => code.startsWith('ERR_SSL_')

const none = (problem: CertificateProblem, detail: null | string = null): Certificate => ({
  detail,
  expiresAt: null,
  issuer: null,
  problem,
})

const judge = (socket: TLSSocket): Certificate => {
  const { issuer, valid_to: until } = socket.getPeerCertificate()
  const refusal = socket.authorizationError as (Error & { code?: string }) | null | string
  const code = typeof refusal === 'string' ? refusal : (refusal?.code ?? '')

  return {
    detail: code || null,
    expiresAt: until ? new Date(until).toISOString() : null,
    issuer: nameOf(issuer),
    problem: socket.authorized ? null : (REFUSALS[code] ?? 'untrusted'),
  }
}

/** A distinguished name may carry a part more than once. */
const nameOf = (issuer: { CN?: string | string[]; O?: string | string[] }): null | string => {
  const [first] = [issuer.O ?? issuer.CN ?? []].flat()

  return first ?? null
}
