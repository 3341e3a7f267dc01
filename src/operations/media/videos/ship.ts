import { storage } from '@/adapters/storage'
import { VideoFailure } from '@/adapters/transcoding/failure'
import { videoKey } from '@/domain/media/keys'

import type { Claimed } from './lease'

/** Puts one object of a run into the storage. Throws VideoFailure `storage`. */
export const ship = async (
  { id, run, tenant }: Pick<Claimed, 'id' | 'run' | 'tenant'>,
  { body, contentType, path: at }: { body: Buffer; contentType: string; path: string },
): Promise<void> => {
  try {
    await storage().put({ body, contentType, key: videoKey({ id, path: at, run, tenant }) })
  } catch (error) {
    throw new VideoFailure('storage', error instanceof Error ? error.message : String(error))
  }
}
