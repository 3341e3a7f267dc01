import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

import { backupStorage } from '@/adapters/storage'
import { deriveSecret, masterKey, sealingKey } from '@/secrets'

const ALGORITHM = 'aes-256-gcm'
const MARK = Buffer.from('LBK1')
const KEY_ID = 8
const IV = 12
const TAG = 16

/** Bytes of a part before it is pressed and sealed: so much is held in memory, and no object is larger. */
const PART_BYTES = 16 * 1024 * 1024

const keyOf = (master: string) =>
  Buffer.from(deriveSecret({ master, purpose: 'backups' }), 'base64url')

/** A part under its name: one that lies under another name, or of which a bit is changed, does not open. */
const sealed = (bytes: Buffer, name: string): Buffer => {
  const { id, master } = sealingKey()
  const iv = randomBytes(IV)
  const cipher = createCipheriv(ALGORITHM, keyOf(master), iv)
  cipher.setAAD(Buffer.from(name))
  const text = Buffer.concat([cipher.update(bytes), cipher.final()])

  return Buffer.concat([MARK, Buffer.from(id), iv, cipher.getAuthTag(), text])
}

const opened = (bytes: Buffer, name: string): Buffer => {
  const at = MARK.length + KEY_ID
  if (!bytes.subarray(0, MARK.length).equals(MARK) || bytes.length < at + IV + TAG) {
    throw new Error(`${name} is no part of a backup.`)
  }
  const { master } = masterKey(bytes.subarray(MARK.length, at).toString())
  const decipher = createDecipheriv(ALGORITHM, keyOf(master), bytes.subarray(at, at + IV))
  decipher.setAAD(Buffer.from(name))
  decipher.setAuthTag(bytes.subarray(at + IV, at + IV + TAG))

  return Buffer.concat([decipher.update(bytes.subarray(at + IV + TAG)), decipher.final()])
}

type Pressed = { pressed: boolean }

/** Keeps `bytes` under `name`, pressed or as they are. Answers how much room they take. */
export const putPart = async (
  name: string,
  bytes: Buffer,
  { pressed }: Pressed,
): Promise<number> => {
  const body = sealed(pressed ? await promisify(gzip)(bytes) : bytes, name)
  await backupStorage().put({ body, contentType: 'application/octet-stream', key: name })

  return body.length
}

/** What `putPart` kept; throws where it is missing, or is not what was kept. */
export const getPart = async (name: string, { pressed }: Pressed): Promise<Buffer> => {
  const found = await backupStorage().get({ key: name })
  if (!found) {
    throw new Error(`${name} is missing.`)
  }
  const bytes = opened(await buffer(found.stream), name)

  return pressed ? promisify(gunzip)(bytes) : bytes
}

/** Cuts a stream into pieces of `PART_BYTES`, the last of them shorter; one empty piece of an empty stream. */
export async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  let cut = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    while (size >= PART_BYTES) {
      const whole = Buffer.concat(held)
      yield whole.subarray(0, PART_BYTES)
      held = [whole.subarray(PART_BYTES)]
      size -= PART_BYTES
      cut += 1
    }
  }
  if (size > 0 || cut === 0) {
    yield Buffer.concat(held)
  }
}
