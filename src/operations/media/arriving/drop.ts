import { storage } from '@/adapters/storage'
import { mediaKey } from '@/domain/media/keys'

import type { Arrival } from './arrival'

/** Takes away what came of a file, wherever it is; what its row is kept as (`but`, a file name) stays. May run twice. */
export const dropBytes = async ({
  arrival: { id, key, multipart, tenant },
  but,
}: {
  arrival: Arrival
  but?: string
}): Promise<void> => {
  const { arrivals, delete: remove } = storage()
  if (arrivals.way === 'parts' && multipart && !but) {
    await arrivals.abort({ key, upload: multipart })
  }
  if (!but || key !== mediaKey({ id, filename: but, tenant })) {
    await remove(key)
  }
}
