import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { acceptedType, arrivedName, checkSize, keptType } from '@/domain/media/arrivals'
import { arrivingKey, mediaKey } from '@/domain/media/keys'
import { askOf, takeRoom } from '@/operations/tenancy/limits'

import type { Arrival } from './arrival'

import { storageLimit } from '../storageLimit'
import { arrivalOf, KEPT_UNTIL, sameArrival } from './arrival'

/** What somebody says of a file before any of it comes. */
export type Announced = {
  account: string
  /** SHA-256 of the whole, in hex. */
  checksum?: string
  /** The same for the same file, so that it is gone on with after a break. */
  fingerprint?: string
  folder?: string
  /** Its first bytes, as many as `HEAD_BYTES` or all of them; a bucket has to be told. */
  head?: Uint8Array
  name: string
  req: PayloadRequest
  size: number
  tenant: string
}

/** The name a file can have in the school: another one's is not taken from it. */
const freeName = async (req: PayloadRequest, { id, name }: { id: string; name: string }) => {
  const taken = await row(
    req,
    sql`select 1 from media where filename = ${name} union all
        select 1 from incoming_files where filename = ${name} and state in ('open', 'finishing') limit 1`,
  )
  const dot = name.lastIndexOf('.')
  const end = dot > 0 ? dot : name.length

  return taken ? `${name.slice(0, end)}-${id.slice(-6)}${name.slice(end)}` : name
}

const isFolder = async (req: PayloadRequest, folder: string): Promise<boolean> =>
  Boolean(await row(req, sql`select 1 from media_folders where id = ${folder}::uuid`))

/**
 * Takes room for a file and answers where it is to be sent; the same sender's upload of the same file is gone on with. What a
 * file is, is told by its first bytes where they were sent along. Throws fileEmpty, fileTooLarge, fileNotAccepted and
 * limitReached. Runs in the caller's transaction.
 */
export const beginArrival = async (announced: Announced): Promise<Arrival> => {
  const { name, account, checksum, fingerprint, folder, head, req, size, tenant } = announced
  checkSize(size)
  const { way } = storage().arrivals
  const type = head || way === 'parts' ? acceptedType(head ?? new Uint8Array(), size) : null
  const again = fingerprint && (await sameArrival({ account, fingerprint, req }))
  if (again) {
    return again
  }
  await takeRoom({ ask: askOf(req), limit: storageLimit, more: size, tenant })
  const made = await row<{ id: string }>(req, sql`select uuidv7() as id`)
  const id = made?.id ?? ''
  const filename = await freeName(req, { id, name: arrivedName(name, type) })
  const key =
    way === 'tus' ? arrivingKey({ id, tenant }) : mediaKey({ id, filename, tenant })
  const inside = folder && (await isFolder(req, folder)) ? folder : null
  await row(
    req,
    sql`insert into incoming_files (id, tenant_id, account_id, filename, filesize, fingerprint, folder_id, state, object_key, sent, announced, mime_type, expires_at)
        values (${id}::uuid, ${tenant}::uuid, ${account}::uuid, ${filename}, ${size}, ${fingerprint ?? null}, ${inside}::uuid, 'open', ${key}, 0,
          ${checksum ?? null}, ${type && keptType(filename, type)}, ${KEPT_UNTIL})
        on conflict do nothing`,
  )
  const begun =
    (await arrivalOf({ id, req })) ??
    (fingerprint ? await sameArrival({ account, fingerprint, req }) : null)
  if (!begun) {
    throw new RuleError('uploadClosed')
  }

  return begun
}
