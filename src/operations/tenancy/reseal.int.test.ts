import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { env } from '@/env'
import { seal, unseal } from '@/secrets'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

import { reseal } from './reseal'

const payload = testPayload()

const NEW = 'a newer master key of this installation'
const UNKNOWN = 'a master key that is known to nobody here'

const under = <T>(keys: string[], run: () => T): T => {
  const before = env().SEALING_KEYS
  env().SEALING_KEYS = keys
  try {
    return run()
  } finally {
    env().SEALING_KEYS = before
  }
}

afterEach(() => {
  env().SEALING_KEYS = []
})

const secretOf = async (id: string): Promise<string> => {
  const { rows } = await systemPool().query<{ value: string }>(
    'select value from secrets where id = $1',
    [id],
  )

  return rows[0]?.value ?? ''
}

const school = async (count: number) => {
  const tenant = (await factories(payload()).tenant()).id
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await asTenant(tenant, () =>
      payload().create({
        collection: 'secrets',
        data: { name: `key ${index}`, tenant, value: `value ${index}` },
        overrideAccess: true,
      }),
    )
    ids.push(id)
  }

  return { ids, tenant }
}

describe('sealing anew', () => {
  it('leaves nothing under an older key, in every school and batch, and finds nothing to do again', async () => {
    const [one, other] = [await school(3), await school(1)]
    await systemPool().query(
      `insert into secrets (id, tenant_id, name, value, updated_at, created_at)
       select uuidv7(), $1, 'more ' || n, $2, now(), now() from generate_series(1, 401) n`,
      [one.tenant, seal({ tenant: one.tenant, value: 'the same' })],
    )
    env().SEALING_KEYS = [NEW]
    const done = await reseal()
    expect(done).toContainEqual({ column: 'value', left: 0, sealed: 405, table: 'secrets' })
    for (const [index, id] of one.ids.entries()) {
      expect(unseal({ sealed: await secretOf(id), tenant: one.tenant })).toBe(`value ${index}`)
    }
    const sealed = await secretOf(other.ids[0] ?? '')
    // Without the older key, as after it was taken out of the environment.
    const { LECTERN_SECRET } = env()
    env().LECTERN_SECRET = UNKNOWN
    expect(unseal({ sealed, tenant: other.tenant })).toBe('value 0')
    env().LECTERN_SECRET = LECTERN_SECRET
    expect(await reseal()).toEqual([])
    expect(await secretOf(other.ids[0] ?? '')).toBe(sealed)
  })

  it('goes on where it was cut off, and beside itself', async () => {
    const { ids, tenant } = await school(4)
    env().SEALING_KEYS = [NEW]
    await systemPool().query('update secrets set value = $1 where id = $2', [
      seal({ tenant, value: 'value 0' }),
      ids[0],
    ])
    await Promise.all([reseal(), reseal(), reseal()])
    for (const [index, id] of ids.entries()) {
      expect(unseal({ sealed: await secretOf(id), tenant })).toBe(`value ${index}`)
    }
    expect(await reseal()).toEqual([])
  })

  it('leaves what no key opens, and what only looks sealed, and says how many', async () => {
    const { ids, tenant } = await school(1)
    const lost = under([UNKNOWN], () => seal({ tenant, value: 'lost' }))
    await systemPool().query('update secrets set value = $1 where id = $2', [lost, ids[0]])
    const course = await factories(payload()).course({ tenant, title: lost })
    env().SEALING_KEYS = [NEW]
    const done = await reseal()
    expect(done).toContainEqual({ column: 'value', left: 1, sealed: 0, table: 'secrets' })
    expect(await secretOf(ids[0] ?? '')).toBe(lost)
    const { rows } = await systemPool().query('select title from courses where id = $1', [
      course.id,
    ])
    expect(rows).toEqual([{ title: lost }])
  })
})
