import type { Plan } from '@payload-types'

import { asPlatform, asTenant } from '@/database/scope'
import { writeUpdate } from '@/operations/marketing/courseUpdates'
import { planChoice } from '@/operations/tenancy/plans'
import { inTransaction } from '@/database/transaction'
import { schoolOf } from '@/operations/tenancy/school'
import { ensurePlatform } from '@/seed/platform'
import { factories } from '@/test/factories'
import { domainFactories } from '@/test/factories/domains'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()
const make = () => factories(payload())

type Given = Partial<Pick<Plan, 'included' | 'isOffered' | 'limits' | 'price'>>

const newPlan = async (given: Given = {}): Promise<Plan> => {
  const tenant = await ensurePlatform(payload())

  return asPlatform(() =>
    payload().create({
      collection: 'plans',
      data: {
        name: `Plan ${crypto.randomUUID().slice(0, 8)}`,
        currency: 'USD',
        price: 4900,
        tenant,
        ...given,
      },
      depth: 0,
      overrideAccess: true,
    }),
  )
}

const change = (id: string, data: Given): Promise<Plan> =>
  asPlatform(() =>
    payload().update({ id, collection: 'plans', data, depth: 0, overrideAccess: true }),
  )

const putOn = (tenant: string, plan: null | string) =>
  asPlatform(() =>
    payload().update({
      id: tenant,
      collection: 'tenants',
      data: { plan },
      depth: 0,
      overrideAccess: true,
    }),
  )

const schoolOn = async (given: Given): Promise<{ plan: string; tenant: string }> => {
  const [{ id: plan }, { id: tenant }] = [await newPlan(given), await make().tenant()]
  await putOn(tenant, plan)

  return { plan, tenant }
}

const settingsOf = async (id: string) =>
  (
    await asPlatform(() =>
      payload().findByID({ id, collection: 'tenants', depth: 0, overrideAccess: true }),
    )
  ).settings

const codesOf = async (attempts: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(attempts)).map((one) =>
    one.status === 'fulfilled'
      ? 'made'
      : String((one.reason as { data?: { code?: string } }).data?.code ?? one.reason),
  )

describe('a plan', () => {
  it('gives its limits and parts to a school put on it, and what it gives later too', async () => {
    const { plan, tenant } = await schoolOn({ limits: { courses: 3, storage: 100 } })
    expect((await settingsOf(tenant)).limits).toMatchObject({ courses: 3, storage: 100 })
    await change(plan, { included: { coupons: false }, limits: { courses: 7 } })

    expect(await settingsOf(tenant)).toMatchObject({
      included: { certificates: true, coupons: false, domains: true },
      limits: { courses: 7, storage: 100 },
    })
  })

  it('is no other school’s business', async () => {
    const { plan } = await schoolOn({ limits: { courses: 3 } })
    const { id: other } = await make().tenant()
    await change(plan, { limits: { courses: 1 } })

    expect((await settingsOf(other)).limits?.courses ?? null).toBeNull()
  })

  it('leaves a school what it had when it is taken off', async () => {
    const { tenant } = await schoolOn({ limits: { courses: 3 } })
    await putOn(tenant, null)

    expect((await settingsOf(tenant)).limits).toMatchObject({ courses: 3 })
  })

  it('cannot be removed while schools are on it', async () => {
    const { plan, tenant } = await schoolOn({})
    const remove = () =>
      asPlatform(() => payload().delete({ id: plan, collection: 'plans', overrideAccess: true }))
    await expect(remove()).rejects.toMatchObject({ data: { code: 'inUse' }, status: 409 })
    await putOn(tenant, null)

    await expect(remove()).resolves.toMatchObject({ id: plan })
  })

  it('takes nothing away when it becomes smaller than what a school has', async () => {
    const { plan, tenant } = await schoolOn({ limits: { courses: 5 } })
    const courses = [await make().course({ tenant }), await make().course({ tenant })]
    await change(plan, { limits: { courses: 1 } })
    const { totalDocs } = await asTenant(tenant, () =>
      payload().count({ collection: 'courses', overrideAccess: true }),
    )
    expect(totalDocs).toBe(courses.length)

    expect(await codesOf([make().course({ tenant })])).toEqual(['limitReached'])
    await expect(
      asTenant(tenant, () =>
        payload().update({
          id: courses[0]?.id ?? '',
          collection: 'courses',
          data: { title: 'Changed' },
          overrideAccess: true,
        }),
      ),
    ).resolves.toMatchObject({ title: 'Changed' })
  })
})

describe('a plan that is none', () => {
  it('is refused, and changes nothing', async () => {
    const { plan, tenant } = await schoolOn({ limits: { courses: 3 } })

    expect(await codesOf([putOn(tenant, crypto.randomUUID()), putOn(tenant, 'nothing')])).toEqual([
      'planUnknown',
      'planUnknown',
    ])
    const { docs } = await asPlatform(() =>
      payload().find({
        collection: 'tenants',
        depth: 0,
        overrideAccess: true,
        where: { plan: { equals: plan } },
      }),
    )
    expect(docs.map(({ id }) => id)).toEqual([tenant])
  })
})

describe('what a plan leaves out', () => {
  it('is off, whatever the school has switched on', async () => {
    const { tenant } = await schoolOn({ included: { certificates: false, coupons: false } })
    const school = await asTenant(tenant, async () => schoolOf({ req: await requestOf(), tenant }))

    expect(school?.features).toEqual({ certificates: false, coupons: false, registration: true })
  })

  it('cannot be begun, and what stands stays', async () => {
    const { plan, tenant } = await schoolOn({})
    const host = `${crypto.randomUUID().slice(0, 8)}.example.net`
    await domainFactories(payload()).claim({ host, tenant })
    await change(plan, { included: { domains: false } })

    expect(
      await codesOf([domainFactories(payload()).claim({ host: `new.${host}`, tenant })]),
    ).toEqual(['domainsNotIncluded'])
    const { totalDocs } = await asTenant(tenant, () =>
      payload().count({ collection: 'domains', overrideAccess: true }),
    )
    expect(totalDocs).toBe(1)
  })
})

describe('the limit for staff', () => {
  it('counts those who work in the school, and not its learners, however many come at once', async () => {
    const { tenant } = await schoolOn({ limits: { staff: 2 } })
    await make().user({ tenant })
    const made = await codesOf(
      [1, 2, 3, 4].map(() => make().user({ roles: ['instructor'], tenant })),
    )

    expect([...made].sort()).toEqual(['limitReached', 'limitReached', 'made', 'made'])
    expect(await codesOf([make().user({ tenant })])).toEqual(['made'])
  })

  it('holds for a learner who is made staff', async () => {
    const { tenant } = await schoolOn({ limits: { staff: 1 } })
    const [learner] = [
      await make().user({ tenant }),
      await make().user({ roles: ['owner'], tenant }),
    ]
    const promote = asTenant(tenant, () =>
      payload().update({
        id: learner.id,
        collection: 'users',
        data: { roles: ['support'] },
        overrideAccess: true,
      }),
    )

    expect(await codesOf([promote])).toEqual(['limitReached'])
  })
})

describe('the limit for mails', () => {
  it('holds back news that would not reach everybody, and nothing else', async () => {
    const { tenant } = await schoolOn({ limits: { mails: 3 } })
    const classroom = classrooms(payload())
    const write = async (course: string, message: string): Promise<string> =>
      asTenant(tenant, async () => {
        const req = await requestOf()
        try {
          await inTransaction(req, () => writeUpdate({ course, message, req, tenant }))

          return 'sent'
        } catch (error) {
          return (error as { code: string }).code
        }
      })
    const courseWith = async (learners: number): Promise<string> => {
      const { id: course } = await classroom.course({ tenant })
      for (let nth = 0; nth < learners; nth += 1) {
        const { id: learner } = await classroom.user({ tenant })
        await asTenant(tenant, () =>
          payload().create({
            collection: 'enrollments',
            data: { course, learner, status: 'active', tenant } as never,
            overrideAccess: true,
          }),
        )
      }

      return course
    }
    const [two, other, one] = [await courseWith(2), await courseWith(2), await courseWith(1)]

    expect(await write(two, 'News')).toBe('sent')
    expect(await write(other, 'News')).toBe('limitReached')
    expect(await write(one, 'News')).toBe('sent')
  })
})

describe('what a school is shown', () => {
  it('is its own plan and the offered ones, cheapest first', async () => {
    const { plan, tenant } = await schoolOn({ isOffered: false, price: 100 })
    const [dear, cheap, hidden] = [
      await newPlan({ price: 9900 }),
      await newPlan({ price: 900 }),
      await newPlan({ isOffered: false }),
    ]
    const { plans } = await planChoice(tenant)
    const shown = plans
      .map(({ id }) => id)
      .filter((id) => [dear.id, cheap.id, hidden.id, plan].includes(id))

    expect(shown).toEqual([plan, cheap.id, dear.id])
    expect(plans.find(({ id }) => id === plan)?.isCurrent).toBe(true)
  })
})
