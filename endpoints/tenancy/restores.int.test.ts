import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { takeBackup } from '@/operations/tenancy/backups/take'
import { runRestore } from '@/operations/tenancy/schoolRestores'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

const payload = testPayload()

type Shown = {
  changes: null | { back: number; changed: number; gone: number; table: string }[]
  error: null | string
  finishedAt: null | string
  id: string
  losesDocuments: boolean
  proof: { checksum: string; rows: number; tables: number } | null
  replaces: boolean
  schoolName: string
  step: string
}

/** The platform, with somebody of its staff. */
const platformWithStaff = async () => {
  const { rows } = await systemPool().query<{ id: string }>(
    `select id from tenants where kind = 'platform'`,
  )
  const tenant = rows[0]?.id ?? (await factories(payload()).tenant({ kind: 'platform' })).id
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Pat', email, roles: ['superAdmin'] }],
      req: await requestOf(),
      tenant,
    }),
  )

  return { email, host: 'localhost', tenant }
}

/** Somebody of the platform’s staff at its host, and a school with two courses of which there is a backup. */
const installation = async () => {
  const platform = await platformWithStaff()
  const staff = browserAt(platform.host)
  await staff.signIn(platform.email)
  const make = factories(payload())
  const { id: school, name } = await make.tenant()
  const courses = [
    await make.course({ tenant: school, title: 'First' }),
    await make.course({ tenant: school, title: 'Second' }),
  ]
  const made = await takeBackup()
  const ask = async (path: string, body: object) => {
    const said = await staff.post(path, body)

    return { ...said, id: String(said.body.id), code: said.body.code }
  }
  const shown = async (id: string): Promise<Shown | undefined> => {
    const { body } = await staff.get('restores')

    return (body.restores as Shown[]).find((one) => one.id === id)
  }
  const preview = async () => {
    const { id, status } = await ask('restores/preview', { backup: made?.id, school })
    expect(status).toBe(202)
    await settle()

    return shown(id)
  }
  const titles = async () =>
    (
      await systemPool().query<{ title: string }>(
        'select title from courses where tenant_id = $1 order by title',
        [school],
      )
    ).rows.map((one) => one.title)

  return {
    name,
    ask,
    backup: made?.id ?? '',
    courses,
    make,
    platform,
    preview,
    school,
    shown,
    staff,
    titles,
  }
}

type Installation = Awaited<ReturnType<typeof installation>>

const spoil = async ({ courses, make, school }: Installation) => {
  await systemPool().query(`update courses set title = 'Spoilt' where id = $1`, [courses[0]?.id])
  await make.course({ tenant: school, title: 'Since' })
}

afterEach(() =>
  systemPool().query('update lectern_restores set finished_at = now() where finished_at is null'),
)

describe('a school restored from the platform’s admin', () => {
  it('is looked at first, changes by its name alone, and says what it then is', async () => {
    const here = await installation()
    await spoil(here)
    const seen = await here.preview()
    expect(seen).toMatchObject({ error: null, losesDocuments: false, replaces: false })
    expect(seen?.changes).toContainEqual({ back: 0, changed: 1, gone: 1, table: 'courses' })
    expect(await here.titles()).toEqual(['Second', 'Since', 'Spoilt'])

    const path = `restores/${seen?.id}/replace`
    expect(await here.ask(path, { name: 'Another' })).toMatchObject({
      code: 'restoreOtherName',
      status: 422,
    })
    const asked = await here.ask(path, { name: here.name })
    expect(asked.status).toBe(202)
    expect(await here.shown(asked.id)).toMatchObject({ finishedAt: null, step: 'waiting' })
    await settle()

    const done = await here.shown(asked.id)
    expect(done).toMatchObject({ error: null, replaces: true, schoolName: here.name })
    expect(done?.proof?.rows).toBeGreaterThan(1)
    expect(done?.proof?.checksum).toMatch(/^[0-9a-f]{32}$/)
    expect(await here.titles()).toEqual(['First', 'Second'])
    const { rows } = await systemPool().query<{ operation: string }>(
      `select operation from audit_entries where tenant_id = any ($1) and (operation like '%restore%') order by operation`,
      [[here.school, here.platform.tenant]],
    )
    expect(rows.map(({ operation }) => operation)).toEqual([
      'POST /restores/:id/replace',
      'POST /restores/preview',
      'school.restored',
    ])
  }, 120_000)

  it('is refused while another is under way, also of two that are asked for at once', async () => {
    const here = await installation()
    const asked = { backup: here.backup, school: here.school }
    const answers = await Promise.all([1, 2, 3].map(() => here.ask('restores/preview', asked)))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422, 422])
    expect(answers.filter(({ code }) => code === 'restoreRunning')).toHaveLength(2)
    await settle()
    expect((await here.ask('restores/preview', asked)).status).toBe(202)
  }, 120_000)

  it('waits for no restore that was cut off long ago', async () => {
    const here = await installation()
    const asked = { backup: here.backup, school: here.school }
    const { id } = await here.ask('restores/preview', asked)
    await systemPool().query(
      `update lectern_restores set touched_at = now() - interval '20 minutes' where id = $1`,
      [id],
    )
    expect((await here.ask('restores/preview', asked)).status).toBe(202)
    expect(await here.shown(id)).toMatchObject({ error: 'cut off' })
  }, 120_000)

  it('goes on after a crash from where the rows were those of then, and never replaces them twice', async () => {
    const here = await installation()
    await spoil(here)
    const seen = await here.preview()
    const { id } = await here.ask(`restores/${seen?.id}/replace`, { name: here.name })
    await systemPool().query(`update lectern_restores set step = 'after' where id = $1`, [id])
    await Promise.all([1, 2].map(() => runRestore({ id, payload: payload() })))
    expect(await here.shown(id)).toMatchObject({ error: null, step: 'after' })
    expect((await here.shown(id))?.finishedAt).not.toBeNull()
    expect(await here.titles()).toEqual(['Second', 'Since', 'Spoilt'])
  }, 120_000)

  it('says why it could not be done, and changes nothing', async () => {
    const here = await installation()
    await spoil(here)
    const { id } = await here.ask('restores/preview', {
      backup: '20200101T000000-000Z',
      school: here.school,
    })
    await settle()
    expect((await here.shown(id))?.error).toEqual(expect.any(String))
    expect((await here.ask(`restores/${id}/replace`, { name: here.name })).code).toBe(
      'restoreNotSeen',
    )
    expect(await here.titles()).toEqual(['Second', 'Since', 'Spoilt'])
  }, 120_000)

  it('takes a word that invoices may go', async () => {
    const here = await installation()
    const seen = await here.preview()
    await systemPool().query('update lectern_restores set changes = $2 where id = $1', [
      seen?.id,
      JSON.stringify([{ back: 0, changed: 0, gone: 1, table: 'invoices' }]),
    ])
    const path = `restores/${seen?.id}/replace`
    expect((await here.ask(path, { name: here.name })).code).toBe('restoreDocuments')
    expect((await here.ask(path, { name: here.name, documents: true })).status).toBe(202)
  }, 120_000)

  it('is for the platform’s staff alone, who showed within ten minutes who they are', async () => {
    const here = await installation()
    const other = await schoolWith(payload(), ['owner'])
    const owner = browserAt(other.host)
    await owner.signIn(other.email)
    const asked = { backup: here.backup, school: other.tenant }
    expect((await owner.get('restores')).status).toBe(403)
    expect((await owner.post('restores/preview', asked)).status).toBe(403)
    expect((await browserAt(here.platform.host).get('restores')).status).toBe(401)
    await systemPool().query(
      `update auth_sessions set created_at = now() - interval '1 hour' where tenant_id = $1`,
      [here.platform.tenant],
    )
    expect(await here.ask('restores/preview', asked)).toMatchObject({
      code: 'reauthenticationNeeded',
      status: 401,
    })
  }, 120_000)

  it('is of a school, and never of the platform', async () => {
    const here = await installation()
    const asked = { backup: here.backup, school: here.platform.tenant }
    expect((await here.ask('restores/preview', asked)).code).toBe('schoolUnknown')
  }, 120_000)
})
