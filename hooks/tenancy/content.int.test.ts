import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()

const changesOf = (tenant: string, id: string) =>
  asTenant(
    tenant,
    async () =>
      (
        await rows(
          await requestOf(),
          sql`select 1 from events where fact = 'content.changed' and data ->> 'id' = ${id}`,
        )
      ).length,
  )

const update = (tenant: string, id: string, data: object, draft = false) =>
  asTenant(tenant, () =>
    payload().update({ id, collection: 'pages', data, depth: 0, draft, overrideAccess: true }),
  )

describe('content that visitors may see', () => {
  it('is announced when published, changed and taken back, and not while it is a draft', async () => {
    const { id: tenant } = await factories(payload()).tenant()
    const { id } = await factories(payload()).page({ _status: 'draft', tenant })
    expect(await changesOf(tenant, id)).toBe(0)

    await update(tenant, id, { _status: 'published' })
    expect(await changesOf(tenant, id)).toBe(1)
    await update(tenant, id, { _status: 'draft', title: 'Being written' }, true)
    await update(tenant, id, { _status: 'draft', title: 'Still being written' }, true)
    expect(await changesOf(tenant, id)).toBe(1)
    await update(tenant, id, { _status: 'published', title: 'Written' })
    expect(await changesOf(tenant, id)).toBe(2)
    await update(tenant, id, { _status: 'draft' })
    expect(await changesOf(tenant, id)).toBe(3)
  })
})
