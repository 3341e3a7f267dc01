import { createHash } from 'node:crypto'

import type { KeyRate } from '@/domain/identity/apiKeys'

import { systemPool } from './hosts'

type Known = { at: number; rate: KeyRate | null }

/** A class is chosen when a key is made, and stays; that a key is revoked its door says. */
const KNOWN_MS = 300_000
const MOST_KNOWN = 10_000

const known = new Map<string, Known>()

/** The class of a school's API key, from memory where it was asked for lately; null where there is no such key. */
export const rateOfKey = async ({
  key,
  tenant,
}: {
  key: string
  tenant: string
}): Promise<KeyRate | null> => {
  const hash = createHash('sha256').update(key).digest('hex')
  const name = `${tenant} ${hash}`
  const found = known.get(name)
  if (found && Date.now() - found.at < KNOWN_MS) {
    return found.rate
  }
  const { rows } = await systemPool().query<{ rate: KeyRate }>({
    name: 'rate-of-key',
    text: 'select rate from api_keys where hash = $1 and tenant_id = $2',
    values: [hash, tenant],
  })
  const rate = rows[0]?.rate ?? null
  known.delete(name)
  known.set(name, { at: Date.now(), rate })
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest !== undefined) {
    known.delete(oldest)
  }

  return rate
}
