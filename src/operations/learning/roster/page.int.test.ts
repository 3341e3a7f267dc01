import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { crowdIn, schoolsAround } from '@/test/factories/crowds'
import { drips } from '@/test/factories/drips'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import type { RosterFilter } from './conditions'
import type { Asked } from './page'

import { pageStatement, rosterPage } from './page'

const payload = testPayload()
const make = () => drips(payload())

const CROWD = 20_000
const PAGE = 25

/** Rows that one page of any of these may look at, of the 80,000 accounts and enrollments of the school. */
const MOST_READ = 4000

/** A course of 20,000 learners, in a school that has 20,000 more, among two hundred small schools. */
const crowded = (() => {
  let made: Promise<{ cohort: string; course: string; tenant: string }> | undefined
  const build = async () => {
    const tenant = (await make().tenant()).id
    const { id: course } = await make().course({ tenant })
    const { id: other } = await make().course({ tenant })
    const cohort = await make().cohort({ course, tenant })
    await crowdIn({ count: CROWD, course: other })
    await crowdIn({ cohort, count: CROWD, course })
    await schoolsAround({ learners: 100, schools: 200, tenant })

    return { cohort, course, tenant }
  }

  return () => (made ??= build())
})()

type Plan = {
  'Actual Loops': number
  'Actual Rows': number
  'Node Type': string
  Plans?: Plan[]
  'Relation Name'?: string
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** How the roster's page is read under row-level security: what was read of tables, and what was read from end to end. */
const explained = async (asked: Partial<Asked> & { filter?: RosterFilter }) => {
  const { course, tenant } = await crowded()
  const found = await asTenant(tenant, async () =>
    rows<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      await requestOf(),
      sql`explain (analyze, format json) ${pageStatement({
        course,
        direction: 'desc',
        filter: {},
        limit: PAGE,
        now: new Date(),
        sort: 'activity',
        tenant,
        ...asked,
      })}`,
    ),
  )
  const nodes = nodesOf(found[0]?.['QUERY PLAN'][0]?.Plan as Plan)
  const read = nodes
    .filter((node) => node['Relation Name'])
    .map(
      (node) =>
        (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
        node['Actual Loops'],
    )
    .reduce((sum, count) => sum + count, 0)

  return {
    read,
    whole: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'])
      .filter((name) => name === 'enrollments' || name === 'users'),
  }
}

const pageOf = async (asked: Partial<Asked>) => {
  const { course, tenant } = await crowded()

  return asTenant(tenant, async () =>
    rosterPage({
      course,
      direction: 'asc',
      filter: {},
      limit: PAGE,
      req: await requestOf(),
      sort: 'name',
      tenant,
      ...asked,
    }),
  )
}

describe('a page of a roster of 20,000', () => {
  const cases: [string, Partial<Asked>][] = [
    ['by name', { direction: 'asc', sort: 'name' }],
    ['by last activity', {}],
    ['by progress', { sort: 'progress' }],
    ['by enrollment', { sort: 'enrolled' }],
    ['of who is paused', { filter: { state: 'paused' } }],
    ['of who learns', { filter: { state: 'learning' }, sort: 'progress' }],
    ['of who is stuck', { filter: { stuck: 'any' }, sort: 'progress' }],
    ['of who failed', { direction: 'asc', filter: { stuck: 'failed' }, sort: 'name' }],
    ['of whose work is to be graded', { filter: { needsGrade: true } }],
    ['of a first name', { filter: { search: 'anna' }, sort: 'progress' }],
    ['of one family name', { filter: { search: 'family777' } }],
    ['of an address', { filter: { search: 'crowd-19999' }, sort: 'name' }],
    ['of nobody', { filter: { search: 'nobody at all' } }],
  ]

  it.each(cases)(
    '%s reads a few rows of each table, and none from end to end',
    async (_, asked) => {
      const { read, whole } = await explained(asked)
      expect(whole).toEqual([])
      expect(read).toBeLessThan(MOST_READ)
    },
  )

  it.each(['name', 'activity', 'progress', 'enrolled'] as const)(
    'far into the order by %s reads no more than the first',
    async (sort) => {
      const far = await pageOf({ limit: 15_000, sort })
      const { read, whole } = await explained({
        after: far.next ?? '',
        direction: 'asc',
        sort,
      })
      expect(whole).toEqual([])
      expect(read).toBeLessThan(MOST_READ)
    },
  )

  it('of its cohort reads a few rows of each table', async () => {
    const { cohort } = await crowded()
    const { read } = await explained({ filter: { cohort }, sort: 'enrolled' })
    expect(read).toBeLessThan(MOST_READ)
  })

  it('is planned for its school however often it is asked for', async () => {
    const { course, tenant } = await crowded()
    const prepared = await asTenant(tenant, async () => {
      const req = await requestOf()

      return inTransaction(req, async () => {
        for (let time = 0; time < 3; time++) {
          const asked = { course, direction: 'asc', filter: {}, limit: PAGE } as const
          await rosterPage({ ...asked, req, sort: 'name', tenant })
        }

        return rows<{ statement: string }>(req, sql`select statement from pg_prepared_statements`)
      })
    })
    const texts = prepared.map(({ statement }) => statement)
    expect(texts.filter((text) => text.includes('name_key'))).toEqual([])
    expect(texts.filter((text) => text.includes('quiz_attempts'))).toHaveLength(1)
  })

  it('takes three statements, however large it is', async () => {
    const count = (limit: number) => statements(payload(), () => pageOf({ limit }))
    expect([await count(1), await count(100)]).toEqual([3, 3])
  })
})

describe('the pages of a roster', () => {
  it.each(['name', 'activity', 'progress', 'enrolled'] as const)(
    'have everybody once, in the order by %s',
    async (sort) => {
      const { course, tenant } = await crowded()
      const ids: string[] = []
      for (let after: null | string | undefined; after !== null;) {
        const page = await pageOf({ after, limit: 6000, sort })
        ids.push(...page.rows.map(({ id }) => id))
        after = page.next
      }
      const column = {
        name: 'name_key',
        activity: 'active_at',
        enrolled: 'e.created_at',
        progress: 'percent',
      }[sort]
      const id = sort === 'name' ? 'u.id' : 'e.id'
      const all = await make().query<{ id: string }>(
        { tenant },
        sql`select e.id from enrollments e join users u on u.id = e.learner_id where e.course_id = ${course}
            order by ${sql.raw(column)}, ${sql.raw(id)}`,
      )
      expect(ids).toEqual(all.map((one) => one.id))
    },
  )

  it('find people by beginnings of any words, in any order and case', async () => {
    const found = async (search: string) =>
      (await pageOf({ filter: { search }, limit: 100 })).rows.map(({ name }) => name)
    const family = ['Boris Family7777', 'Boris Family777', 'Boris Family7773']
    expect(await found('FAMILY777')).toEqual(expect.arrayContaining(family))
    expect((await found('family777 boris')).toSorted()).toEqual(family.toSorted())
    expect(await found('crowd-777-')).toEqual(['Boris Family777'])
    expect(await found('amily777')).toEqual([])
    expect(await found('%')).toEqual([])
  })
})
