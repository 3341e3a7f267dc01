import { createAdapterFactory } from 'better-auth/adapters'

import type { Condition } from './statement'

import { assign, column, fromRow, tableOf, Values, where } from './statement'

type Run = (
  text: string,
  values: unknown[],
) => Promise<{ rowCount: null | number; rows: Record<string, unknown>[] }>

/** The part of a pool that runs a statement; `register` is for the one that makes an account, and may refuse it. */
export type Queryable = { query: Run; register: Run }

/**
 * What an update sets. Confirming the address wakes an account that waited for it, and no other: one
 * that was suspended meanwhile stays so.
 */
const changes = (
  { model, update }: { model: string; update: Record<string, unknown> },
  values: Values,
): string =>
  [
    assign(update, values),
    model === 'user' &&
      update.emailVerified === true &&
      "status = case when status = 'pending' then 'active' else status end",
  ]
    .filter(Boolean)
    .join(', ')

type Asked = { model: string; where?: readonly Condition[] }

/**
 * better-auth's database, held inside one school: there is no path by which a statement of this
 * adapter can leave out `tenant_id`. Row-level security stands below it all the same.
 */
export const schoolDatabase = ({ database, tenant }: { database: Queryable; tenant: string }) => {
  const run = async (build: (values: Values) => string, by: Run = database.query) => {
    const values = new Values()

    return by(build(values), values.list)
  }
  const one = async (build: (values: Values) => string, by?: Run) =>
    fromRow((await run(build, by)).rows[0])
  const scope = (asked: Asked, values: Values) => where(asked.where ?? [], tenant, values)

  const methods = {
    consumeOne: (asked: Asked) =>
      one((v) => {
        const table = tableOf(asked.model)

        return `delete from ${table} where ctid in (select ctid from ${table}${scope(asked, v)} limit 1 for update skip locked) returning *`
      }),
    count: async (asked: Asked) => {
      const { rows } = await run(
        (v) => `select count(*)::int as n from ${tableOf(asked.model)}${scope(asked, v)}`,
      )

      return Number(rows[0]?.n ?? 0)
    },
    create: ({ data, model }: { data: Record<string, unknown>; model: string }) =>
      one(
        (v) => {
          const fields = Object.entries({ ...data, tenantId: tenant })
          const names = fields.map(([field]) => column(field)).join(', ')

          return `insert into ${tableOf(model)} (${names}) values (${fields.map(([, value]) => v.add(value)).join(', ')}) returning *`
        },
        model === 'user' ? database.register : database.query,
      ),
    delete: async (asked: Asked) => {
      await run((v) => `delete from ${tableOf(asked.model)}${scope(asked, v)}`)
    },
    deleteMany: async (asked: Asked) =>
      (await run((v) => `delete from ${tableOf(asked.model)}${scope(asked, v)}`)).rowCount ?? 0,
    findMany: async (
      asked: Asked & {
        limit?: number
        offset?: number
        sortBy?: { direction: string; field: string }
      },
    ) => {
      const { rows } = await run((v) => {
        const order = asked.sortBy
          ? ` order by ${column(asked.sortBy.field)} ${asked.sortBy.direction === 'desc' ? 'desc' : 'asc'}`
          : ''

        return `select * from ${tableOf(asked.model)}${scope(asked, v)}${order} limit ${v.add(asked.limit ?? 100)} offset ${v.add(asked.offset ?? 0)}`
      })

      return rows.map(fromRow)
    },
    findOne: (asked: Asked) =>
      one((v) => `select * from ${tableOf(asked.model)}${scope(asked, v)} limit 1`),
    incrementOne: (
      asked: Asked & { increment: Record<string, number>; set?: Record<string, unknown> },
    ) =>
      one((v) => {
        const steps = Object.entries(asked.increment).map(
          ([field, by]) => `${column(field)} = coalesce(${column(field)}, 0) + ${v.add(by)}`,
        )
        const sets = asked.set ? [assign(asked.set, v)] : []

        return `update ${tableOf(asked.model)} set ${[...steps, ...sets].join(', ')}${scope(asked, v)} returning *`
      }),
    update: (asked: Asked & { update: Record<string, unknown> }) =>
      one(
        (v) =>
          `update ${tableOf(asked.model)} set ${changes(asked, v)}${scope(asked, v)} returning *`,
      ),
    updateMany: async (asked: Asked & { update: Record<string, unknown> }) =>
      (
        await run(
          (v) => `update ${tableOf(asked.model)} set ${changes(asked, v)}${scope(asked, v)}`,
        )
      ).rowCount ?? 0,
  }

  return createAdapterFactory({
    adapter: () => methods as never,
    config: {
      adapterId: 'school',
      supportsBooleans: true,
      supportsDates: true,
      supportsJSON: true,
      supportsNumericIds: false,
      supportsUUIDs: true,
      transaction: false,
    },
  })
}
