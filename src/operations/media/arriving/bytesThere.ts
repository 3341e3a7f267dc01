import type { Arrival } from './arrival'

import { storage } from '@/adapters/storage'

/** How many bytes of a file there are, here or in the bucket. */
export const bytesThere = async ({ key, multipart }: Arrival): Promise<number> => {
  const { arrivals, head } = storage()
  if (arrivals.way === 'tus') {
    return arrivals.size(key)
  }
  const whole = await head(key)
  if (whole || !multipart) {
    return whole?.size ?? 0
  }
  const parts = await arrivals.parts({ key, upload: multipart })

  return parts.reduce((sum, { size }) => sum + size, 0)
}

/** Makes the parts in a bucket one object; may run twice. */
export const closeBucketUpload = async ({ key, multipart }: Arrival): Promise<void> => {
  const { arrivals } = storage()
  if (arrivals.way === 'parts' && multipart) {
    await arrivals.complete({ key, upload: multipart })
  }
}
