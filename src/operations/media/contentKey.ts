import { hkdfSync } from 'node:crypto'

import type { ContentKey } from '@/domain/media/protection'

/** The key of a run's protected segments, by HKDF-SHA-256 (RFC 5869) from the video's secret: another in every run, under another name. */
export const contentKey = ({ run, secret }: { run: string; secret: Uint8Array }): ContentKey => {
  const part = (name: string) => new Uint8Array(hkdfSync('sha256', secret, '', `${run}/drm/${name}`, 16))

  return { id: part('id'), iv: part('iv'), key: part('key') }
}
