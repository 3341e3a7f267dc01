import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import pg from 'pg'

import { env } from '@/env'

const payload = testPayload()

describe('a transaction', () => {
  it('throws when COMMIT itself fails, and leaves nothing behind', async () => {
    const owner = new pg.Client({ connectionString: env().DATABASE_URL })
    await owner.connect()
    await owner.query(
      'alter table pages add constraint never_twice unique (title) deferrable initially deferred',
    )
    await owner.end()
    const tenant = (await factories(payload()).tenant()).id
    const make = () =>
      asTenant(tenant, async () =>
        payload().create({
          collection: 'pages',
          data: { slug: `page-${crypto.randomUUID().slice(0, 8)}`, tenant, title: 'The same' },
          depth: 0,
          overrideAccess: true,
          req: await requestOf(),
        }),
      )
    await make()
    await expect(make()).rejects.toThrow('commit')
    const { totalDocs } = await asTenant(tenant, () =>
      payload().count({ collection: 'pages', overrideAccess: true }),
    )
    expect(totalDocs).toBe(1)
  })

  it('joins the one that is open, and ends once', async () => {
    const tenant = (await factories(payload()).tenant()).id
    await asTenant(tenant, async () => {
      const req = await requestOf()
      const count = async () => (await rows(req, sql`select 1 from sections`)).length
      await expect(
        inTransaction(req, async () => {
          await inTransaction(req, async () => {
            await factoriesIn(tenant, req)
          })
          expect(await count()).toBe(1)
          throw new Error('the outer one fails')
        }),
      ).rejects.toThrow('the outer one fails')
      expect(await count()).toBe(0)
    })
  })
})

const factoriesIn = async (
  tenant: string,
  req: Awaited<ReturnType<typeof requestOf>>,
): Promise<void> => {
  const course = await payload().create({
    collection: 'courses',
    data: { slug: 'one', _status: 'published', level: 'all', tenant, title: 'One' },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await payload().create({
    collection: 'sections',
    data: { course: course.id, tenant, title: 'One' },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
