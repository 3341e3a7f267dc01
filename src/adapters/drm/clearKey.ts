import { z } from 'zod'

import type { ContentKey } from '@/domain/media/protection'

import type { LicenceServer } from './types'

import { LicenceRefused } from './types'

const requestShape = z.object({
  type: z.literal('temporary'),
  kids: z.array(z.string().max(64)).min(1).max(16),
})

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const answered = (body: Buffer, { id, key }: ContentKey): object => {
  const kid = base64url(id)
  let asked
  try {
    asked = requestShape.parse(JSON.parse(body.toString('utf8')))
  } catch (error) {
    throw new LicenceRefused(`It is no request for Clear Key: ${String(error)}`, 'request')
  }
  if (asked.kids.some((one) => one !== kid)) {
    throw new LicenceRefused('It asks for the key of another film.', 'request')
  }

  return { type: 'temporary', keys: [{ k: base64url(key), kid, kty: 'oct' }] }
}

/**
 * W3C Clear Key (Encrypted Media Extensions, 9.1): keys as a JSON Web Key set. The browser is given the key as it is, and a licence has no
 * end: films are protected from nobody who looks for it.
 */
export const clearKeyLicences: LicenceServer = {
  certificate: null,
  check: () => Promise.resolve(),
  licence: ({ body, key }) =>
    Promise.resolve().then(() => ({
      type: 'application/json',
      body: Buffer.from(JSON.stringify(answered(body, key))),
    })),
  systems: ['clearkey'],
}
