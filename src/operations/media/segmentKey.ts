import { createCipheriv, hkdfSync } from 'node:crypto'

import { keyIndex } from '@/domain/media/playlists'
import { unseal } from '@/secrets'

/** Which segments a key opens: `place` counts the keys of a rendition from 0. */
type Place = { place: number; rendition: string; run: string }

/** The secret of a video as its row holds it, sealed, in the plain. */
export const videoSecret = ({ sealed, tenant }: { sealed: string; tenant: string }): Buffer =>
  Buffer.from(unseal({ sealed, tenant }), 'base64url')

/**
 * The key that a playlist names `key/<place>`, 16 bytes by HKDF-SHA-256 (RFC 5869) from the video's secret, others in
 * every run.
 */
export const segmentKey = ({
  place,
  rendition,
  run,
  secret,
}: { secret: Uint8Array } & Place): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `${run}/${rendition}/${place}`, 16))

/**
 * Encrypts segments of one run, each whole with AES-128-CBC, its number being the initialisation vector (RFC 8216, 5.2).
 */
export const segmentCipher = ({
  run,
  secret: sealed,
  tenant,
}: {
  run: string
  secret: string
  tenant: string
}) => {
  const secret = videoSecret({ sealed, tenant })

  return ({ body, index, rendition }: { body: Buffer; index: number; rendition: string }): Buffer => {
    const iv = Buffer.alloc(16)
    iv.writeUInt32BE(index, 12)
    const key = segmentKey({ place: keyIndex(index), rendition, run, secret })
    const cipher = createCipheriv('aes-128-cbc', key, iv)

    return Buffer.concat([cipher.update(body), cipher.final()])
  }
}
