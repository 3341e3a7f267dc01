import { systemPool } from '@/database/hosts'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

import { clearOldData } from './retain'

const payload = testPayload()

/** A school with an ended session, a sent mail and an entry of the log, all `days` old, of a person. */
const oldData = async (days: number, { isHeld = false } = {}) => {
  const { id: tenant } = await factories(payload()).tenant()
  const { id: account, email } = await factories(payload()).user({ tenant })
  await systemPool().query('update users set legal_hold = $2 where id = $1', [account, isHeld])
  await systemPool().query(
    `insert into auth_sessions (id, tenant_id, token, user_id, expires_at, created_at, updated_at)
     values (uuidv7(), $1, gen_random_uuid()::text, $2, now() - make_interval(days => $3), now(), now())`,
    [tenant, account, days],
  )
  await systemPool().query(
    `insert into emails (id, tenant_id, "to", kind, locale, data, dedupe_key, status, created_at)
     select uuidv7(), $1, $2, 'confirm', 'en', '{}', gen_random_uuid()::text, s::enum_emails_status, now() - make_interval(days => $3)
     from unnest(array['sent', 'queued']) s`,
    [tenant, email, days],
  )
  await systemPool().query(
    `insert into audit_entries (tenant_id, at, actor_id, operation, origin) values ($1, now() - make_interval(days => $3), $2, 'test', '{"ip":"192.0.2.1"}')`,
    [tenant, account, days],
  )
  const left = async () =>
    (
      await systemPool().query<{ mails: number; origins: number; sessions: number }>(
        `select (select count(*)::int from emails where tenant_id = $1) as mails,
           (select count(*)::int from audit_entries where tenant_id = $1 and operation = 'test' and origin is not null) as origins,
           (select count(*)::int from auth_sessions where tenant_id = $1) as sessions`,
        [tenant],
      )
    ).rows[0]
  const told = async () =>
    (
      await systemPool().query(
        `select data_class as class, days::int as days, count::int as count from retention_runs where tenant_id = $1 order by data_class`,
        [tenant],
      )
    ).rows

  return { left, tenant, told }
}

const run = () => clearOldData({ payload: payload() })

describe('old data', () => {
  it('is cleared class by class, told in numbers, and not twice', async () => {
    const { left, told } = await oldData(400)
    await run()
    expect(await left()).toEqual({ mails: 1, origins: 0, sessions: 0 })
    const once = [
      { class: 'mails', count: 1, days: 365 },
      { class: 'origins', count: 1, days: 365 },
      { class: 'sessions', count: 1, days: 30 },
    ]
    expect(await told()).toEqual(once)
    await Promise.all([run(), run()])
    expect(await told()).toEqual(once)
  })

  it('stays until its time is over, as the school has set it', async () => {
    const { left, tenant } = await oldData(100)
    await run()
    expect(await left()).toEqual({ mails: 2, origins: 1, sessions: 0 })
    await systemPool().query('update tenants set settings_retention_mails = 60 where id = $1', [
      tenant,
    ])
    await run()
    expect(await left()).toEqual({ mails: 1, origins: 1, sessions: 0 })
  })

  it('stays whole where its person is under legal hold', async () => {
    const { left, told } = await oldData(4000, { isHeld: true })
    await run()
    expect(await left()).toEqual({ mails: 2, origins: 1, sessions: 1 })
    expect(await told()).toEqual([])
  })

  it('leaves the log provable', async () => {
    const { tenant } = await oldData(400)
    await run()
    const { rows } = await systemPool().query<{ count: number }>(
      `select count(*)::int as count from audit_chain c join audit_entries e on e.id = c.entry_id
       where c.tenant_id = $1 and c.hash <> lectern_audit_hash(e, c.number, c.previous)`,
      [tenant],
    )
    expect(rows[0]?.count).toBe(0)
  })
})
