import pg from 'pg'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { env } from '@/env'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { announce } from '@hooks/events/announce'

import { closeSender } from './boss'

const payload = testPayload()

describe('the sending half of the queue', () => {
  it('sends again once the database lets it in, after it was refused at its start', async () => {
    const tenant = (await factories(payload()).tenant()).id
    const database = new URL(env().DATABASE_URL).pathname.slice(1)
    const owner = new pg.Client({ connectionString: env().DATABASE_URL })
    await owner.connect()
    const tell = (beforehand = () => Promise.resolve()) =>
      asTenant(tenant, async () => {
        const req = await requestOf()
        const data = { id: crypto.randomUUID(), collection: 'pages' }
        await inTransaction(req, async () => {
          await beforehand()
          await announce({ data, fact: 'content.changed', req, tenant })
        })
      })
    await closeSender()
    const lockOut = async () => {
      await owner.query(`revoke connect on database "${database}" from public`)
    }
    await expect(tell(lockOut)).rejects.toThrow()

    await owner.query(`grant connect on database "${database}" to public`)
    await owner.end()
    await tell()
    const { rows } = await systemPool().query(
      `select 1 from events where tenant_id = $1 and fact = 'content.changed'`,
      [tenant],
    )
    expect(rows).toHaveLength(2)
  })
})
