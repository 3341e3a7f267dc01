import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs `work` with the path of a file of its own, which is gone afterwards. */
export const withTempFile = async <T>(work: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-archive-'))
  try {
    return await work(join(folder, 'file'))
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
