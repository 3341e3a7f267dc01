import type { Payload } from 'payload'

import type { Domain } from '@payload-types'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { env } from '@/env'
import { startDns, type DnsServer } from '@/test/dns/server'

/** A name server of this file's own, which whatever runs in this process asks. */
export const ownDns = (): (() => DnsServer) => {
  let server: DnsServer
  beforeAll(async () => {
    server = await startDns()
    Object.assign(env(), { DNS_SERVERS: [server.address] })
  })
  afterAll(() => server.close())

  return () => server
}

/** Schools' domains for tests. */
export const domainFactories = (payload: Payload) => ({
  /** Claims a name for a school, as its panel does. */
  claim: ({ host, tenant }: { host: string; tenant: string }): Promise<Domain> =>
    asTenant(tenant, () =>
      payload.create({
        collection: 'domains',
        data: { host, tenant } as never,
        depth: 0,
        overrideAccess: true,
      }),
    ),
  /** The row as it stands. */
  row: async (id: string): Promise<Record<string, unknown>> => {
    const { rows } = await systemPool().query<Record<string, unknown>>(
      'select * from domains where id = $1',
      [id],
    )

    return rows[0] ?? {}
  },
})
