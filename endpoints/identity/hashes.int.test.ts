import { createHash } from 'node:crypto'

import { POST as authPost } from '@/app/api/auth/[...all]/route'
import { systemPool } from '@/database/hosts'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

const payload = testPayload()

const PASSWORDS = ['a heron on the quay', 'an otter by the mill']

const FAST = ['md5', 'sha1', 'sha256', 'sha512']

/** A password as it must not be found: plain, and as any fast hash. */
const formsOf = (password: string): string[] => [
  password,
  Buffer.from(password).toString('base64'),
  ...FAST.flatMap((name) =>
    (['base64', 'base64url', 'hex'] as const).map((form) =>
      createHash(name).update(password).digest(form),
    ),
  ),
]

describe('passwords', () => {
  it('stand in no table, but as slow hashes with a salt of their own', async () => {
    const { slug } = await factories(payload()).tenant()
    const host = `${slug}.localhost`
    const origin = `http://${host}:3000`
    const send = (path: string, body: object, cookie = '') =>
      authPost(
        new Request(`${origin}/api/auth/${path}`, {
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', cookie, host, origin },
          method: 'POST',
        }),
      )
    const [password = '', newPassword = ''] = PASSWORDS
    const email = 'hana@example.com'
    await send('sign-up/email', { name: 'Hana', email, password })
    const pool = systemPool()
    await pool.query(`update users set status = 'active', email_verified = true where email = $1`, [
      email,
    ])
    await send('sign-in/email', { email, password: 'not this one' })
    const answer = await send('sign-in/email', { email, password })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const changed = await send(
      'change-password',
      { currentPassword: password, newPassword },
      cookie,
    )
    expect(changed.status).toBe(200)

    const { rows: kept } = await pool.query<{ password: string }>(
      'select password from auth_accounts a join users u on u.id = a.user_id where u.email = $1',
      [email],
    )
    expect(kept.map((one) => one.password)).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{128}$/),
    ])
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')
         and has_table_privilege(current_user, format('%I.%I', schemaname, tablename), 'select')`,
    )
    expect(tables.length).toBeGreaterThan(100)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from ${name} x where exists (select 1 from unnest($1::text[]) as form where strpos(x::text, form) > 0)`,
        [PASSWORDS.flatMap(formsOf)],
      )
      found.push(...(rows[0]?.n ? [name] : []))
    }
    expect(found).toEqual([])
  }, 60_000)
})
