import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { Account, Auth } from '@/adapters/auth/instance'
import type { HostTenant } from '@/database/hosts'

import { createAuth } from '@/adapters/auth/instance'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { accountAnnounced } from './accounts'

type Known = { auth: Auth; payload: Payload }

const shared = globalThis as { lecternAuth?: Map<string, Known> }
const instances = (shared.lecternAuth ??= new Map<string, Known>())

/** Instances are about 100 KB each; the least recently used beyond this go. */
const MOST_INSTANCES = 500

/** The identity of one school at the host it was asked on: made once, and kept. */
export const authFor = ({
  host,
  payload,
  tenant,
}: {
  host: string
  payload: Payload
  tenant: HostTenant
}): Auth => {
  const origin = originOf(bareHost(host))
  const key = `${tenant.id} ${origin}`
  const known = instances.get(key)
  instances.delete(key)
  const entry =
    known?.payload === payload ? known : { auth: build({ origin, payload, tenant }), payload }
  instances.set(key, entry)
  const [oldest] = instances.keys()
  if (instances.size > MOST_INSTANCES && oldest) {
    instances.delete(oldest)
  }

  return entry.auth
}

const build = ({
  origin,
  payload,
  tenant,
}: {
  origin: string
  payload: Payload
  tenant: HostTenant
}): Auth => {
  const told =
    (what: Parameters<typeof accountAnnounced>[0]['what']) =>
    (account: Account, url?: string): Promise<void> =>
      asTenant(tenant.id, async () => {
        const req: PayloadRequest = await createLocalReq({}, payload)
        await inTransaction(req, () =>
          accountAnnounced({ account, origin, req, tenant, url, what }),
        )
      })

  return createAuth({
    database: {
      query: (text, values) => asTenant(tenant.id, () => poolOf(payload).query(text, values)),
    },
    events: {
      onAlreadyRegistered: told('alreadyRegistered'),
      onConfirm: told('confirm'),
      onConfirmed: told('confirmed'),
      onRegistered: told('registered'),
      onReset: told('reset'),
    },
    origin,
    tenant: tenant.id,
  })
}

type Pool = {
  query: (
    text: string,
    values: unknown[],
  ) => Promise<{ rowCount: null | number; rows: Record<string, unknown>[] }>
}

const poolOf = (payload: Payload): Pool => (payload.db as unknown as { pool: Pool }).pool
