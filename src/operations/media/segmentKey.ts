import { createCipheriv, hkdfSync } from 'node:crypto'

import { keyIndex } from '@/domain/media/playlists'
import { unseal } from '@/secrets'

/** Which segments a key opens: `index` counts keys of a rendition from 0. */
type Place = { index: number; rendition: string; run: string }

/** The key for AES-128 of some segments, derived from a video's secret by HKDF-SHA-256 (RFC 5869). */
const derive = (secret: Buffer, { index, rendition, run }: Place): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `${run}/${rendition}/${index}`, 16))

const plain = ({ secret, tenant }: { secret: string; tenant: string }): Buffer =>
  Buffer.from(unseal({ sealed: secret, tenant }), 'base64url')

/** The key that a playlist names `key/<index>`. `secret` is the row's, as it is sealed. */
export const segmentKey = ({
  secret,
  tenant,
  ...place
}: { secret: string; tenant: string } & Place): Buffer => derive(plain({ secret, tenant }), place)

/**
 * Encrypts segments of one run, each whole with AES-128-CBC, its number being the initialisation vector (RFC 8216, 5.2).
 */
export const segmentCipher = ({
  run,
  ...sealed
}: {
  run: string
  secret: string
  tenant: string
}) => {
  const secret = plain(sealed)

  return ({ body, index, rendition }: { body: Buffer; index: number; rendition: string }): Buffer => {
    const iv = Buffer.alloc(16)
    iv.writeUInt32BE(index, 12)
    const key = derive(secret, { index: keyIndex(index), rendition, run })
    const cipher = createCipheriv('aes-128-cbc', key, iv)

    return Buffer.concat([cipher.update(body), cipher.final()])
  }
}
