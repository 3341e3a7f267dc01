import pg from 'pg'

import type { Scope } from './scope'

import { systemPool, tenantOfHost } from './hosts'
import { PreparingClient } from './prepared'
import { currentScope } from './scope'

/** The settings that row-level security reads, where empty means that no row is visible, and that keeps views from writing. */
const SET_SCOPE = {
  name: 'set-scope',
  text: `select set_config('app.tenant', $1, false), set_config('default_transaction_read_only', $2, false)`,
}

/** What a client was last set to; setting it again would be a round trip for nothing. */
const standing = new WeakMap<pg.PoolClient, string>()

type Done = (release?: Error | boolean) => void
type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: Done) => void

/**
 * The pool Payload works on. Before it hands out a connection it sets the school of the running
 * request, so that a query without any filter still returns nothing foreign, and in a view none that writes. Work of the platform
 * gets a connection of the platform's own role instead.
 */
class TenantPool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super({ ...options, Client: PreparingClient })
    // An idle connection that breaks is replaced by the next request; it must not end the process.
    this.on('error', () => undefined)
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    // Read at once: a callback of the pool runs in somebody else's context.
    const client = this.#clientFor(currentScope())
    if (!callback) {
      return client
    }
    client.then(
      (ready) => callback(undefined, ready, ready.release.bind(ready)),
      (error: Error) => callback(error, undefined, () => undefined),
    )
  }

  async #clientFor(scope: Scope): Promise<pg.PoolClient> {
    if (scope.platform) {
      return systemPool().connect()
    }
    const tenant = await tenantIn(scope)
    const isReading = scope.viewing ? 'on' : 'off'
    const wanted = `${tenant} ${isReading}`
    const client = await super.connect()
    if (standing.get(client) === wanted) {
      return client
    }
    standing.delete(client)
    try {
      await client.query({ ...SET_SCOPE, values: [tenant, isReading] })
      standing.set(client, wanted)

      return client
    } catch (error) {
      client.release(error instanceof Error ? error : true)
      throw error
    }
  }
}

// Drizzle recognises a pool by its class name, which a minifier would change.
Object.defineProperty(TenantPool, 'name', { value: 'TenantPool' })

/** The school of a scope; found once per request. No school, no rows. */
const tenantIn = async (scope: Scope): Promise<string> => {
  if (scope.tenant === undefined) {
    scope.tenant = scope.host ? ((await tenantOfHost(scope.host))?.id ?? null) : null
  }

  return scope.tenant ?? ''
}

/** The school the running code works in, or null where there is none. */
export const currentTenant = async (): Promise<null | string> =>
  (await tenantIn(currentScope())) || null

/** What `postgresAdapter({ pg })` wants in place of the driver. */
export const scopedPg = { ...pg, Pool: TenantPool } as unknown as typeof pg
