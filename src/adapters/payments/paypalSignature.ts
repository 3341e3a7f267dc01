import { createVerify, X509Certificate } from 'node:crypto'
import { crc32 } from 'node:zlib'

import type { Delivery } from './types'

import { BadSignature, PaymentUnavailable } from './types'

/** PayPal sends what was not taken for three days; a delivery that is older was recorded by somebody. */
const MOST_AGE_MS = (3 * 24 + 1) * 3600_000

/** How far PayPal's clock may be ahead of ours. */
const MOST_AHEAD_MS = 300_000

const FETCH_MS = 10_000

type Options = { apiBase: string; webhookId: string }

/**
 * Checks PayPal's signature of a webhook: SHA256withRSA, with the certificate that the delivery names, over
 * `<transmission id>|<transmission time>|<webhook id>|<CRC-32 of the body>`. The certificate is fetched once, and from
 * PayPal's own hosts alone. Throws BadSignature, and PaymentUnavailable where the certificate cannot be had.
 */
export const paypalSignature = ({ apiBase, webhookId }: Options) => {
  const certificates = new Map<string, X509Certificate>()

  const certificateAt = async (address: string): Promise<X509Certificate> => {
    const known = certificates.get(address)
    if (known) {
      return known
    }
    if (!isPayPals(address, apiBase)) {
      throw new BadSignature('The certificate is not at PayPal.')
    }
    const found = certificateIn(await fetched(address))
    certificates.set(address, found)

    return found
  }

  return async ({ body, headers }: Delivery, now: Date): Promise<void> => {
    const given = (name: string): string => headers.get(`paypal-${name}`) ?? ''
    const time = given('transmission-time')
    const age = now.getTime() - new Date(time).getTime()
    if (!(age <= MOST_AGE_MS && age >= -MOST_AHEAD_MS) || given('auth-algo') !== 'SHA256withRSA') {
      throw new BadSignature('PayPal did not sign this delivery, or long ago.')
    }
    const certificate = await certificateAt(given('cert-url'))
    const isTheirs =
      now >= new Date(certificate.validFrom) &&
      now <= new Date(certificate.validTo) &&
      createVerify('sha256')
        .update([given('transmission-id'), time, webhookId, crc32(body)].join('|'))
        .verify(certificate.publicKey, given('transmission-sig'), 'base64')
    if (!isTheirs) {
      throw new BadSignature('PayPal did not sign this delivery.')
    }
  }
}

/** Whether an address is one of PayPal's, over TLS, or at the API that is asked in its place. */
const isPayPals = (address: string, apiBase: string): boolean => {
  const url = URL.parse(address)

  return Boolean(
    url &&
    (url.origin === new URL(apiBase).origin ||
      (url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.paypal.com'))),
  )
}

const fetched = async (address: string): Promise<string> => {
  try {
    const answer = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(FETCH_MS),
    })
    if (answer.ok) {
      return await answer.text()
    }
    throw new Error(`answered ${answer.status}`)
  } catch (error) {
    throw new PaymentUnavailable('The certificate of PayPal could not be had.', { cause: error })
  }
}

const certificateIn = (pem: string): X509Certificate => {
  try {
    return new X509Certificate(pem)
  } catch (error) {
    throw new BadSignature('There is no certificate.', { cause: error })
  }
}
