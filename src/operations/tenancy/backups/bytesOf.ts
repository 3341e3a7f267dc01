import { createHash } from 'node:crypto'

import type { KeptFile } from './files'

import { blobPart } from './files'
import { getPart } from './parts'

/** The bytes of a file as the backup has them; throws at its end where they are not what was backed up. */
export async function* bytesOf(file: KeptFile): AsyncGenerator<Buffer> {
  const whole = createHash('sha256')
  for (let part = 0; part < file.parts; part += 1) {
    const bytes = await getPart(blobPart(file, part), { pressed: false })
    whole.update(bytes)
    yield bytes
  }
  if (whole.digest('hex') !== file.sha256) {
    throw new Error(`${file.key} is not what was backed up.`)
  }
}
