import { inflateRawSync } from 'node:zlib'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { exportKey } from '@/domain/privacy/dataExports'
import { zipEntries } from '@/domain/media/zip'
import { bytesAt } from '@/operations/media/scormPackage'
import { forgetDataExports, makeDataExport } from '@/operations/privacy/export/work'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()

type Report = { id: string; done: number; exports?: Report[]; parts: number; state: string }

const school = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const person = async (name: string, roles = ['student']) => {
    const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
    const id = await asTenant(tenant, async () =>
      seedPeople({ people: [{ name, email, roles }], req: await requestOf(), tenant }),
    )
    const actor = await signIn({ name, email, host, payload: payload() })
    const send = async (method: 'GET' | 'POST', path: string) => {
      const { status, text } = await callsAt(host).rest(actor, {
        method,
        path,
        ...(method === 'POST' && { body: {} }),
      })

      return { body: text.startsWith('{') ? (JSON.parse(text) as Report) : null, status }
    }
    const age = () =>
      systemPool().query(
        `update auth_sessions set created_at = now() - interval '11 minutes', proved_at = proved_at - interval '11 minutes' where user_id = $1`,
        [id],
      )

    return { id, age, email, send }
  }

  return { person, tenant }
}

/** The texts of an archive in the storage, by their names. */
const archiveAt = async (key: string): Promise<Record<string, string>> => {
  const stored = await storage().get({ key })
  const parts: Buffer[] = []
  for await (const part of stored?.stream ?? []) {
    parts.push(part as Buffer)
  }
  const whole = Buffer.concat(parts)
  const read = (from: number, length: number) =>
    Promise.resolve(new Uint8Array(whole.subarray(from, from + length)))
  const entries = await zipEntries({ read, size: whole.length })
  if (typeof entries === 'string') {
    throw new Error(entries)
  }
  const texts: Record<string, string> = {}
  for (const entry of entries) {
    const { length, start } = await bytesAt(read, entry)
    const packed = whole.subarray(start, start + length)
    texts[entry.name] = (entry.isDeflated ? inflateRawSync(packed) : packed).toString()
  }

  return texts
}

describe('a file of one’s data', () => {
  it('holds everything of the person as JSON and to be read, and nothing of others', async () => {
    const { person, tenant } = await school()
    const mia = await person('Mia <b>Member</b>')
    const other = await person('Otto Other')
    await systemPool().query(
      `insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency)
       select uuidv7(), $1, 'A-' || n, $2, 'paid', 100, 0, 0, 100, 'USD' from generate_series(1, 450) n`,
      [tenant, mia.id],
    )
    const { body, status } = await mia.send('POST', 'account/exports')
    expect([status, body?.state]).toEqual([202, 'waiting'])
    await settle()
    const [made] = (await mia.send('GET', 'account/exports')).body?.exports ?? []
    expect(made).toMatchObject({ done: made?.parts, state: 'done' })
    expect((await mia.send('GET', `account/exports/${made?.id}/file`)).status).toBe(200)
    const texts = await archiveAt(exportKey({ id: made?.id ?? '', account: mia.id, tenant }))
    expect(JSON.parse(texts['data/orders.json'] ?? '')).toHaveLength(450)
    expect(JSON.parse(texts['data/profile.json'] ?? '')).toMatchObject([{ email: mia.email }])
    expect(JSON.parse(texts['data/certificates.json'] ?? '')).toEqual([])
    expect(texts['html/profile.html']).toContain('Mia &lt;b&gt;Member&lt;/b&gt;')
    expect(texts['index.html']).toContain('html/orders.html')
    expect(Object.values(texts).join()).not.toMatch(new RegExp(`${other.email}|scrypt|argon`))
    const { rows } = await systemPool().query<{ kind: string; to: string }>(
      `select kind::text as kind, "to" from emails where tenant_id = $1 and kind = 'dataReady'`,
      [tenant],
    )
    expect(rows).toEqual([{ kind: 'dataReady', to: mia.email }])
  })

  it('is made once however many ask at once, and again by a second run', async () => {
    const { person, tenant } = await school()
    const mia = await person('Mia')
    const said = await Promise.all([1, 2, 3, 4].map(() => mia.send('POST', 'account/exports')))
    expect(new Set(said.map(({ body }) => body?.id)).size).toBe(1)
    const id = said[0]?.body?.id ?? ''
    await systemPool().query(
      `update data_exports set state = 'working', attempts = 1 where id = $1`,
      [id],
    )
    await settle()
    await asTenant(tenant, () => makeDataExport({ id, payload: payload(), tenant }))
    const { rows } = await systemPool().query<{ attempts: number; state: string }>(
      'select state, attempts::int as attempts from data_exports where id = $1',
      [id],
    )
    expect(rows).toEqual([{ attempts: 2, state: 'done' }])
  })

  it('takes fresh proof to ask for and to fetch', async () => {
    const { person } = await school()
    const mia = await person('Mia')
    const { body } = await mia.send('POST', 'account/exports')
    await settle()
    await mia.age()
    expect((await mia.send('POST', 'account/exports')).status).toBe(401)
    expect((await mia.send('GET', `account/exports/${body?.id}/file`)).status).toBe(401)
  })

  it('is given to nobody but who asked for it, and to them for seven days', async () => {
    const { person, tenant } = await school()
    const mia = await person('Mia')
    const eve = await person('Eve')
    const [owner, admin] = [await person('Ona', ['owner']), await person('Ada', ['admin'])]
    const own = (await mia.send('POST', 'account/exports')).body?.id ?? ''
    const staffs = (await admin.send('POST', `people/${mia.id}/exports`)).body?.id ?? ''
    await settle()
    const fetched = async (who: typeof mia, path: string) => (await who.send('GET', path)).status
    expect(await fetched(mia, `account/exports/${own}/file`)).toBe(200)
    expect(await fetched(admin, `people/${mia.id}/exports/${staffs}/file`)).toBe(200)
    expect(await fetched(eve, `account/exports/${own}/file`)).toBe(404)
    expect(await fetched(mia, `account/exports/${staffs}/file`)).toBe(404)
    expect(await fetched(owner, `people/${mia.id}/exports/${staffs}/file`)).toBe(404)
    expect(await fetched(eve, `people/${mia.id}/exports/${staffs}/file`)).toBe(403)
    expect((await eve.send('POST', `people/${mia.id}/exports`)).status).toBe(403)
    expect((await admin.send('POST', `people/${owner.id}/exports`)).status).toBe(403)
    await systemPool().query(`update data_exports set expires_at = now() where id = $1`, [own])
    expect(await fetched(mia, `account/exports/${own}/file`)).toBe(404)
    await forgetDataExports(payload())
    expect(await storage().head(exportKey({ id: own, account: mia.id, tenant }))).toBeNull()
    expect(await storage().head(exportKey({ id: staffs, account: mia.id, tenant }))).not.toBeNull()
  })
})
