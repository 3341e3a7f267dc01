import type { ShownFolder } from '@/operations/media/library'
import type { Dropped } from './dropped'

import { uploads } from '../uploads/store'
import { makeFolder } from './api'

/** Longest name of a folder. */
const LONGEST = 80

/** Sends files into a folder; folders they came in are made there, or gone into where the school has them. False where one could not be made. */
export const sendDropped = async (
  dropped: readonly Dropped[],
  folder: null | string,
  folders: readonly ShownFolder[],
): Promise<boolean> => {
  const made = new Map<string, null | string>()
  const folderAt = async (path: readonly string[]): Promise<null | string | undefined> => {
    if (path.length === 0) {
      return folder
    }
    const key = path.join('/')
    if (made.has(key)) {
      return made.get(key)
    }
    const parent = await folderAt(path.slice(0, -1))
    const name = (path.at(-1) ?? '').slice(0, LONGEST)
    const known = folders.find((one) => one.parent === parent && one.name === name)
    const id = parent === undefined ? null : (known?.id ?? (await makeFolder(name, parent)))
    if (id) {
      made.set(key, id)
    }

    return id ?? undefined
  }
  let isWhole = true
  for (const path of new Set(dropped.map((one) => one.path.join('/')))) {
    const target = await folderAt(path ? path.split('/') : [])
    if (target === undefined) {
      isWhole = false
    } else {
      const files = dropped.filter((one) => one.path.join('/') === path).map(({ file }) => file)
      uploads.add(files, target)
    }
  }

  return isWhole
}
