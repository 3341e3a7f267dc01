import pg from 'pg'

import { env } from '@/env'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

import { carryMailChoices, holdMailChoices } from './carryMailChoices'

const payload = testPayload()

const asOwner = async (run: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  await run(client)
  await client.end()
}

it('carries over who did without which mails, once, also of an older database and where it was broken off', async () => {
  const { id: tenant } = await factories(payload()).tenant()
  const { id } = await factories(payload()).user({ tenant })
  await factories(payload()).user({ tenant })
  const chosen = async (client: pg.Client) =>
    (
      await client.query<{ channel: string; event: string; is_on: boolean; user_id: string }>(
        'select user_id, event, channel, is_on from notification_choices where tenant_id = $1 order by event',
        [tenant],
      )
    ).rows
  await asOwner(async (client) => {
    await client.query(
      `alter table users add mails_reminders boolean default true, add mails_sign_ins boolean default true`,
    )
    await client.query(
      'update users set mails_reminders = false, mails_sign_ins = false where id = $1',
      [id],
    )
    await holdMailChoices(client)
    await holdMailChoices(client)
    await client.query('alter table users drop mails_reminders, drop mails_sign_ins')
    await holdMailChoices(client)
    await carryMailChoices(client)
    const carried = ['reminders', 'signIns'].map((event) => ({
      channel: 'email',
      event,
      is_on: false,
      user_id: id,
    }))
    expect(await chosen(client)).toEqual(carried)
    await client.query('delete from notification_choices where tenant_id = $1', [tenant])
    await holdMailChoices(client)
    await carryMailChoices(client)
    expect(await chosen(client)).toEqual([])
  })
})
