import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { IslandFiles } from './documents'

let read: IslandFiles | null | undefined

/** What the build wrote of its islands; null while one develops, when React runs every page. */
export const islandFiles = (): IslandFiles | null => {
  if (process.env.NODE_ENV !== 'production') {
    return null
  }
  read ??= JSON.parse(
    readFileSync(path.join(process.cwd(), '.next', 'islands.json'), 'utf8'),
  ) as IslandFiles

  return read
}
