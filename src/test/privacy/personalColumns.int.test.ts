import pg from 'pg'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { PERSONAL_COLUMNS, PLAIN_COLUMNS, PLAIN_TABLES } from '@/domain/privacy/personalColumns'
import { env } from '@/env'
import { eraseDueAccounts } from '@/operations/identity/eraseAccounts'
import { personalData } from '@/operations/identity/personalData'
import { eraseLastMails } from '@/operations/mail/eraseMails'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { plant } from '@/test/isolation/planting'
import type { Table } from '@/test/isolation/tables'
import { describeTables } from '@/test/isolation/tables'

const payload = testPayload()

let owner: pg.Client
let tables: Table[]

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  tables = await describeTables(owner)
})

afterAll(() => owner.end())

const isText = (type: string): boolean =>
  /^(?:text|character varying|jsonb?|inet|text\[\]|character varying\[\]|date)/.test(type)

/** Names that a column of a person is likely to have. */
const OF_A_PERSON =
  /(?:^|_)(?:e?mail|phone|address|birth\w*|gender|ip|agent|buyer|learner|person|recipient|guest|signature|latitude|longitude|passport)(?:_|$)/

/** Columns in tables without a person that only sound like one. */
const SOUNDS_LIKE: readonly string[] = [
  'sign_in_providers.sso_address',
  'speech_accounts.address',
  'tenants.settings_invoicing_address',
  'tenants.settings_profile_address',
  'tenants.settings_profile_phone',
  'tenants.settings_support_email',
]

describe('every column that holds texts', () => {
  it('stands in the table of personal columns, or beside it with those that are not', () => {
    const missing = tables.flatMap(({ name, columns }) => {
      const personal = PERSONAL_COLUMNS[name]
      if (!personal) {
        return PLAIN_TABLES.includes(name) ? [] : [name]
      }
      const known = [...Object.keys(personal), ...(PLAIN_COLUMNS[name] ?? '').split(' ')]

      return columns
        .filter((one) => isText(one.type) && one.name !== 'id' && !known.includes(one.name))
        .map((one) => `${name}.${one.name}`)
    })
    expect(missing).toEqual([])
  })

  it('has no name of a person’s where a table is said to hold none', () => {
    const odd = tables
      .filter(({ name }) => PLAIN_TABLES.includes(name))
      .flatMap(({ name, columns }) =>
        columns
          .filter((one) => isText(one.type) && OF_A_PERSON.test(one.name))
          .map((one) => `${name}.${one.name}`),
      )
      .filter((one) => !SOUNDS_LIKE.includes(one))
    expect(odd).toEqual([])
  })

  it('is there, where the tables name it', () => {
    const there = new Set(
      tables.flatMap(({ name, columns }) => columns.map((one) => `${name}.${one.name}`)),
    )
    const gone = [
      ...Object.entries(PERSONAL_COLUMNS).flatMap(([name, fates]) =>
        Object.keys(fates).map((one) => `${name}.${one}`),
      ),
      ...Object.entries(PLAIN_COLUMNS).flatMap(([name, plain]) =>
        plain.split(' ').map((one) => `${name}.${one}`),
      ),
    ].filter((one) => !there.has(one))
    expect(gone).toEqual([])
  })
})

const EMAIL = 'marked.person@example.com'

const markOf = (table: string, column: string): string => `~${table}.${column}~`

/** What a row must hold to be a person's, or for the database to take it. */
const given = (account: string, tenant: string): Record<string, Record<string, unknown>> => ({
  audit_entries: { actor_id: account, subject_id: account },
  auth_verifications: { value: account },
  certificates: { file_key: `${tenant}/certificates/a.pdf` },
  emails: { to: EMAIL },
  gifts: { status: 'redeemed' },
  payment_events: {
    payload: JSON.stringify({ email: EMAIL, mark: markOf('payment_events', 'payload') }),
    report: JSON.stringify({ email: EMAIL }),
  },
  people_lines: { account },
  submissions: { thread: JSON.stringify([{ text: markOf('submissions', 'thread') }]) },
  video_traffic: { day: '2026-01-01', viewer: account },
})

const valueOf = (table: string, { name, type }: Table['columns'][number]): unknown => {
  const mark = markOf(table, name)
  if (type.startsWith('json')) {
    return JSON.stringify(['answers', 'card', 'card_keys'].includes(name) ? { mark } : [{ mark }])
  }

  return type.endsWith('[]') ? [mark] : mark
}

/** One row of the person's in every table of personal columns, each text of it with a mark of its own. */
const plantPerson = async (account: string, tenant: string): Promise<string[]> => {
  const planted = new Map([
    ['tenants', tenant],
    ['users', account],
  ])
  const failed: string[] = []
  const put = async (name: string, way: readonly string[] = []): Promise<void> => {
    const table = tables.find((one) => one.name === name)
    if (!table || planted.has(name) || way.includes(name)) {
      return
    }
    for (const { needed, target } of table.columns) {
      if (target && (needed || target in PERSONAL_COLUMNS)) {
        await put(target, [...way, name])
      }
    }
    const values: Record<string, unknown> = {}
    for (const column of table.columns) {
      const { name: field, target } = column
      if (target && planted.has(target)) {
        values[field] = planted.get(target)
      } else if (PERSONAL_COLUMNS[name]?.[field]) {
        values[field] = valueOf(name, column)
      }
    }
    try {
      const known = { ...values, ...given(account, tenant)[name] }
      planted.set(name, await plant({ client: owner, table, tenant, values: known }))
    } catch (error) {
      failed.push(`${name}: ${String(error)}`)
    }
  }
  for (const name of [...Object.keys(PERSONAL_COLUMNS), 'payload_preferences_rels']) {
    await put(name)
  }

  return failed
}

const marksIn = (text: string): string[] => [...new Set(text.match(/~[a-z_]+\.[a-z_]+~/g) ?? [])]

const marksOf = (...fates: readonly string[]): string[] =>
  Object.entries(PERSONAL_COLUMNS).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([, fate]) => fates.includes(fate))
      .map(([column]) => markOf(table, column)),
  )

/** Everything the database holds, as text: every table of every schema that is not the server's own. */
const dump = async (): Promise<string> => {
  const { rows: names } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of names) {
    const { rows } = await owner.query<{ all: string }>(
      `select coalesce(string_agg(t::text, e'\\n'), '') as all from ${name} t`,
    )
    texts.push(`${name} ${rows[0]?.all}`)
  }

  return texts.join('\n')
}

describe('every column marked personal', () => {
  it('is in the file of the person’s data, and after the erasure nowhere, but where the law keeps it', async () => {
    const { id: tenant } = await factories(payload()).tenant()
    await factories(payload()).user({ roles: ['owner'], tenant })
    const { id: account } = await factories(payload()).user({ email: EMAIL, tenant })
    for (const column of ['bio', 'name', 'staff_note']) {
      await owner.query(`update users set ${column} = $2 where id = $1`, [
        account,
        markOf('users', column),
      ])
    }
    await owner.query(`update users set tags = $2, image = $3, time_zone = $4 where id = $1`, [
      account,
      JSON.stringify([markOf('users', 'tags')]),
      markOf('users', 'image'),
      markOf('users', 'time_zone'),
    ])
    expect(await plantPerson(account, tenant)).toEqual([])

    const told = await asTenant(tenant, async () =>
      personalData({ account, req: await requestOf() }),
    )
    const inFile = marksIn(JSON.stringify(told))
    const byValue = [markOf('users', 'email'), markOf('video_traffic', 'viewer')]
    const expected = marksOf('given', 'kept').filter((mark) => !byValue.includes(mark))
    expect(expected.filter((mark) => !inFile.includes(mark))).toEqual([])
    expect(JSON.stringify(told)).toContain(EMAIL)
    expect(marksOf('gone').filter((mark) => inFile.includes(mark))).toEqual([])

    await owner.query(`update users set erasure_at = now() - interval '1 hour' where id = $1`, [
      account,
    ])
    expect(await eraseDueAccounts({ now: new Date(), payload: payload() })).toBe(1)
    await settle()
    await systemPool().query(
      `update emails set status = 'sent', sent_at = now() - interval '2 days' where kind = 'accountErased'`,
    )
    await eraseLastMails({ payload: payload() })

    const left = await dump()
    const kept = marksOf('kept')
    expect(marksIn(left).filter((mark) => !kept.includes(mark))).toEqual([])
    expect(left).not.toContain(EMAIL)
    expect(marksIn(left).sort()).toEqual(kept.sort())
  }, 120_000)
})
