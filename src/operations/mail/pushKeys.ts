import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PushKeys } from '@/adapters/push'

import { newPushKeys } from '@/adapters/push'
import { row, rows } from '@/database/transaction'
import { seal, unseal } from '@/secrets'

type Kept = { publicKey: string; sealed: string }

const kept = (req: PayloadRequest, tenant: string): Promise<Kept | undefined> =>
  row<Kept>(
    req,
    sql`select public_key as "publicKey", sealed from push_keys where tenant_id = ${tenant}`,
  )

/** The keys by which push services know a school, or undefined where it has none yet. */
export const readPushKeys = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<PushKeys | undefined> => {
  const found = await kept(req, tenant)

  return (
    found && { privateKey: unseal({ sealed: found.sealed, tenant }), publicKey: found.publicKey }
  )
}

/** The public one of them. Made when first asked for, and then the same for good, since browsers know the school by it: of two at once one makes them. */
export const pushKeyOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<string> => {
  const known = await kept(req, tenant)
  if (known) {
    return known.publicKey
  }
  const { privateKey, publicKey } = newPushKeys()
  await rows(
    req,
    sql`insert into push_keys (id, tenant_id, public_key, sealed)
        values (uuidv7(), ${tenant}::uuid, ${publicKey}, ${seal({ tenant, value: privateKey })})
        on conflict (tenant_id) do nothing`,
  )

  return (await kept(req, tenant))?.publicKey ?? publicKey
}
