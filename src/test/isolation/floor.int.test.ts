import pg from 'pg'

import { roleUrl } from '@/database/roles'
import { env } from '@/env'
import { seedSchool } from '@/seed/school'
import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'
import { testPayload } from '@/test/harness'

import type { Table } from './tables'

import { fillTables } from './planting'
import { describeTables, rowsOf, SHARED } from './tables'

const payload = testPayload()

let owner: pg.Client
let app: pg.Client
let tables: Table[]
let a: string
let b: string

const be = (tenant: string) => app.query(`select set_config('app.tenant', $1, false)`, [tenant])

/** How many rows a statement of the app reached; none, where its role has no right to it at all. */
const reached = (statement: string, values: unknown[]): Promise<null | number> =>
  app.query(statement, values).then(
    ({ rowCount }) => rowCount,
    (error: pg.DatabaseError) => {
      expect(error.code).toBe('42501')

      return 0
    },
  )

const idOfSchool = async (slug: string): Promise<string> =>
  (await owner.query<{ id: string }>('select id from tenants where slug = $1', [slug])).rows[0]
    ?.id ?? ''

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  app = new pg.Client({ connectionString: roleUrl('lectern_app') })
  await Promise.all([owner.connect(), app.connect()])
  for (const school of [aurora, ofek]) {
    await seedSchool({ payload: payload(), school })
  }
  ;[a, b] = [await idOfSchool('aurora'), await idOfSchool('ofek')]
  tables = await describeTables(owner)
  for (const tenant of [a, b]) {
    await fillTables({ client: owner, tables, tenant })
  }
}, 300_000)

afterAll(() => Promise.all([owner.end(), app.end()]))

describe('the floor under all schools', () => {
  it('has rows of both schools in every table, so that the tests below mean something', async () => {
    const empty: string[] = []
    for (const table of tables) {
      for (const tenant of [a, b]) {
        if ((await rowsOf({ client: owner, table, tenant })).length === 0) {
          empty.push(`${table.name} of ${tenant}`)
        }
      }
    }
    expect(empty).toEqual([])
    expect(tables.length).toBeGreaterThan(25)
  })

  it('protects every table by row-level security, with a school that is never null', async () => {
    const { rows } = await owner.query<{ name: string; policies: string[]; secured: boolean }>(`
      select c.relname as name, c.relrowsecurity as secured,
        array(select polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind = 'r'`)
    const open = rows.filter(
      ({ name, policies, secured }) =>
        !(name in SHARED) && !(secured && policies.join() === 'platform_floor,school_floor'),
    )
    expect(open).toEqual([])

    const { rows: nullable } = await owner.query<{ table: string }>(`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name in ('tenant_id', 'version_tenant_id') and is_nullable = 'YES'
        and table_name not like 'payload\\_%'`)
    expect(nullable).toEqual([])
  })

  it('gives the app a role that owns nothing and cannot bypass a policy', async () => {
    const { rows } = await app.query(`
      select r.rolsuper or r.rolbypassrls as mighty, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
      from pg_roles r where r.rolname = current_user`)
    expect(rows).toEqual([{ mighty: false, owned: 0 }])
  })

  it('shows a school its own rows alone, whatever is asked, and no row where no school is set', async () => {
    const foreign: string[] = []
    for (const table of tables) {
      const ofB = await rowsOf({ client: owner, table, tenant: b })
      await be(a)
      const { rows } = await app.query<{ id: string }>(`select id::text from "${table.name}"`)
      const mine = await rowsOf({ client: owner, table, tenant: a })
      foreign.push(
        ...rows
          .filter(({ id }) => ofB.includes(id) || !mine.includes(id))
          .map(({ id }) => `${table.name} ${id}`),
      )
      await be('')
      const { rows: none } = await app.query(`select 1 from "${table.name}"`)
      foreign.push(...none.map(() => `${table.name} without a school`))
    }
    expect(foreign).toEqual([])
  })

  it('lets a school neither change, delete nor make a row of another', async () => {
    await be(a)
    const touched: string[] = []
    for (const table of tables.filter(({ tenantColumn }) => tenantColumn)) {
      const [victim] = await rowsOf({ client: owner, table, tenant: b })
      const column = table.tenantColumn ?? ''
      const changed = await reached(
        `update "${table.name}" set ${column} = ${column} where id::text = $1`,
        [victim],
      )
      const gone = await reached(`delete from "${table.name}" where id::text = $1`, [victim])
      const [mine] = await rowsOf({ client: owner, table, tenant: a })
      const moved = await app
        .query(`update "${table.name}" set ${column} = $1 where id::text = $2`, [b, mine])
        .then(
          ({ rowCount }) => rowCount,
          () => 0,
        )
      if ([changed, gone, moved].some((count) => count !== 0)) {
        touched.push(table.name)
      }
    }
    expect(touched).toEqual([])
  })

  it('walls in every relation between two tables of a school by a composite foreign key', async () => {
    const { rows } = await owner.query<{ column: string; table: string }>(`
      with owned as (
        select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        where c.relkind = 'r' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('tenant_id', 'version_tenant_id'))
          and c.relname not like 'payload\\_%')
      select o.relname as table, a.attname as column
      from owned o join pg_constraint k on k.conrelid = o.oid and k.contype = 'f' and cardinality(k.conkey) = 1
      join owned t on t.oid = k.confrelid join pg_attribute a on a.attrelid = o.oid and a.attnum = k.conkey[1]
      where not exists (select 1 from pg_constraint w where w.conrelid = o.oid and w.contype = 'f'
        and cardinality(w.conkey) = 2 and w.conkey[1] = k.conkey[1] and w.confrelid = k.confrelid)`)
    expect(rows).toEqual([])

    const { rows: inChildren } = await owner.query(`
      select c.relname as table, a.attname as column from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.contype = 'f' and c.relname not like '%\\_rels' and c.relname not like 'payload\\_%'
        and a.attname not in ('_parent_id', 'parent_id')
        and c.relname <> 'tenants'
        -- A key that names the school along with the row is walled by itself.
        and not exists (select 1 from pg_attribute w where w.attrelid = k.confrelid and w.attnum = any (k.confkey) and w.attname = 'tenant_id')
        and not exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname in ('tenant_id', 'version_tenant_id'))`)
    expect(inChildren).toEqual([])

    // A school's own row is its own: what it points at is held by its id.
    const { rows: ofSchools } = await owner.query(`
      select a.attname as column, exists (select 1 from pg_constraint w
          join pg_attribute own on own.attrelid = w.conrelid and own.attnum = w.conkey[2] and own.attname = 'id'
          join pg_attribute theirs on theirs.attrelid = w.confrelid and theirs.attnum = w.confkey[2] and theirs.attname = 'tenant_id'
          where w.conrelid = k.conrelid and w.contype = 'f' and cardinality(w.conkey) = 2
            and w.conkey[1] = k.conkey[1] and w.confrelid = k.confrelid) as walled
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public.tenants'::regclass and k.contype = 'f' and cardinality(k.conkey) = 1`)
    expect(ofSchools.length).toBeGreaterThan(0)
    expect(ofSchools.every(({ walled }) => walled)).toBe(true)
  })

  it('refuses a relation across the wall even to the schema’s owner', async () => {
    const course = (
      await owner.query<{ id: string }>('select id from courses where tenant_id = $1 limit 1', [b])
    ).rows[0]?.id
    await expect(
      owner.query(`update sections set course_id = $1 where tenant_id = $2`, [course, a]),
    ).rejects.toThrow('sections_course_wall')
    await expect(
      owner.query(`update _lessons_v set version_course_id = $1 where version_tenant_id = $2`, [
        course,
        a,
      ]),
    ).rejects.toThrow('_lessons_v_version_course_wall')
  })
})
