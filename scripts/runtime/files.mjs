import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Every file at or under `place`, in a stable order; none where there is nothing. `skip` sees paths
 * relative to `base`, with forward slashes.
 * @param {{ base: string, place: string, skip?: (relative: string) => boolean }} what
 * @returns {string[]} relative to `base`
 */
export const filesUnder = ({ base, place, skip = () => false }) => {
  const found = statSync(path.join(base, place), { throwIfNoEntry: false })
  if (!found || skip(place)) {
    return []
  }
  if (!found.isDirectory()) {
    return [place]
  }

  return readdirSync(path.join(base, place))
    .sort()
    .flatMap((name) => filesUnder({ base, place: `${place}/${name}`, skip }))
}

/**
 * A digest of the names and contents of files, and of whatever else matters.
 * @param {{ also?: string[], base: string, files: string[] }} what
 */
export const digestOf = ({ also = [], base, files }) => {
  const hash = createHash('sha256').update(JSON.stringify(also))
  for (const file of files) {
    const content = readFileSync(path.join(base, file))
    hash.update(`\n${file} ${content.length}\n`).update(content)
  }

  return hash.digest('hex')
}
