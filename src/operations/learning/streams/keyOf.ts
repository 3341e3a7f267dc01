import { hkdfSync } from 'node:crypto'

/**
 * The key of the segments `20 * place` to `20 * place + 19` of a rendition: 16 bytes by HKDF-SHA-256 (RFC 5869) from the
 * video's secret, other ones in every run.
 */
export const keyOfSegments = ({
  place,
  rendition,
  run,
  secret,
}: {
  place: number
  rendition: string
  run: string
  secret: Uint8Array
}): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `${run}/${rendition}/${place}`, 16))
