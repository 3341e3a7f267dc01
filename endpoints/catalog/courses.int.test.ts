import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { seedPeople } from '@/seed/people'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'
import { learn } from '@endpoints/learning/learn'

const payload = testPayload()

type Answer = {
  doc?: { deletedAt?: null | string; id: string }
  errors?: { data?: Record<string, unknown>; message: string }[]
}

/** A course with one learner, and an instructor of its school over HTTP. */
const room = async () => {
  const { classroom, enrolled, tenant: school, user } = classrooms(payload())
  const made = await classroom({ lessons: [{ kind: 'text' }] })
  const { slug } = await asTenant(made.tenant, () =>
    payload().findByID({ id: made.tenant, collection: 'tenants', overrideAccess: true }),
  )
  const host = `${slug}.localhost`
  const email = `instructor@${slug}.test`
  await asTenant(made.tenant, async () =>
    seedPeople({
      people: [{ name: 'Ines', email, roles: ['instructor'] }],
      req: await requestOf(),
      tenant: made.tenant,
    }),
  )
  const actor = await signIn({ name: 'instructor', email, host, payload: payload() })
  const ask = async (
    method: 'DELETE' | 'PATCH' | 'POST',
    path: string,
    { body, language = 'en' }: { body?: object; language?: string } = {},
  ): Promise<Answer & { status: number }> => {
    const { status, text } = await callsAt(host).rest(actor, {
      body,
      headers: { 'Accept-Language': language },
      method,
      path,
    })

    return { ...(JSON.parse(text) as Answer), status }
  }
  const enrolMore = async () =>
    enrolled({ ...made, learner: (await user({ tenant: made.tenant })).id })

  return { ...made, ask, enrolMore, school }
}

type Room = Awaited<ReturnType<typeof room>>

const trashedAt = ({ course, tenant }: Room) =>
  asTenant(tenant, async () =>
    row<{ at: null | string }>(
      await requestOf(),
      sql`select to_json(deleted_at) #>> '{}' as at from courses where id = ${course}`,
    ),
  )

const trash = { deletedAt: '2001-01-01T00:00:00.000Z' }

describe('moving a course to the trash', () => {
  it.each([
    ['PATCH', trash],
    ['DELETE', undefined],
  ] as const)('by %s asks for the number of its learners first', async (method, body) => {
    const here = await room()
    const path = `courses/${here.course}`
    await here.enrolMore()
    for (const confirm of ['', '?confirm=1', '?confirm=yes']) {
      const { errors, status } = await here.ask(method, path + confirm, { body })
      expect(status).toBe(409)
      expect(errors?.[0]?.data).toEqual({ code: 'courseHasEnrollments', enrollments: 2 })
    }
    expect((await trashedAt(here))?.at).toBeNull()

    expect(await here.ask(method, `${path}?confirm=2`, { body })).toMatchObject({ status: 200 })
    expect((await trashedAt(here))?.at).not.toBeNull()
  })

  it('needs no confirmation without learners, and a second time changes nothing', async () => {
    const here = await room()
    await asTenant(here.tenant, async () =>
      row(await requestOf(), sql`update enrollments set status = 'revoked'`),
    )
    const path = `courses/${here.course}`
    expect((await here.ask('PATCH', path, { body: trash })).status).toBe(200)
    const at = (await trashedAt(here))?.at
    expect(Date.now() - Date.parse(at ?? '')).toBeLessThan(60_000)

    const again = await here.ask('PATCH', `${path}?trash=true`, { body: trash })
    expect(again.status).toBe(200)
    expect((await trashedAt(here))?.at).toBe(at)
  })

  it('leaves learners what they have, and can be undone', async () => {
    const here = await room()
    const open = () =>
      call(learn, {
        params: { courseSlug: here.slug },
        tenant: here.tenant,
        user: here.learner,
      })
    const path = `courses/${here.course}`
    await here.ask('DELETE', `${path}?confirm=1`)
    expect(await open()).toMatchObject({ body: { enrollment: { percent: 0 } }, status: 200 })

    const back = await here.ask('PATCH', `${path}?trash=true`, { body: { deletedAt: null } })
    expect(back).toMatchObject({
      doc: { _status: 'published', deletedAt: null },
      status: 200,
    })
    expect(await open()).toMatchObject({ status: 200 })
  })

  it('of many at once takes those without learners, and names the others in the language of who asks', async () => {
    const here = await room()
    const { id: free } = await classrooms(payload()).course({ tenant: here.tenant })
    const { errors, status } = await here.ask('PATCH', `courses?where[id][exists]=true`, {
      body: trash,
      language: 'ru',
    })

    expect(status).toBe(400)
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.message).toMatch(/^На курс «Course .+» зачислены студенты: 1\./)
    expect((await trashedAt(here))?.at).toBeNull()
    expect((await trashedAt({ ...here, course: free }))?.at).not.toBeNull()
  })
})

describe('removing a course for good', () => {
  it('is possible from the trash alone, and takes its contents along', async () => {
    const here = await room()
    const make = classrooms(payload())
    const { id: course } = await make.course({ tenant: here.tenant })
    const { id: section } = await make.section({ course, tenant: here.tenant })
    await make.lessonIn({ course, section, tenant: here.tenant })
    const path = `courses/${course}`
    const atOnce = await here.ask('DELETE', `${path}?trash=true`)
    expect(atOnce.status).toBe(409)
    expect(atOnce.errors?.[0]?.data).toEqual({ code: 'notInTrash' })

    expect((await here.ask('DELETE', path)).status).toBe(200)
    expect((await here.ask('DELETE', path)).status).toBe(404)
    expect((await here.ask('DELETE', `${path}?trash=true`)).status).toBe(200)
    const left = await asTenant(here.tenant, async () =>
      row(
        await requestOf(),
        sql`select (select count(*)::int from courses where id = ${course})
              + (select count(*)::int from sections where course_id = ${course})
              + (select count(*)::int from lessons where course_id = ${course}) as count`,
      ),
    )
    expect(left).toEqual({ count: 0 })
  })

  it('is refused where somebody is enrolled, by id and in a list', async () => {
    const here = await room()
    await here.ask('DELETE', `courses/${here.course}?confirm=1`)
    const one = await here.ask('DELETE', `courses/${here.course}?trash=true`)
    expect(one.status).toBe(409)
    expect(one.errors?.[0]?.data).toEqual({ code: 'inUse' })

    const list = await here.ask('DELETE', 'courses?trash=true&where[deletedAt][exists]=true', {
      language: 'he',
    })
    expect(list.status).toBe(400)
    expect(list.errors?.[0]?.message).toContain('אי אפשר למחוק את ״Course')
    expect((await trashedAt(here))?.at).not.toBeNull()
  })

  it('is refused where somebody ordered it, though nobody is enrolled', async () => {
    const here = await room()
    const { id: course } = await classrooms(payload()).course({ tenant: here.tenant })
    const { id: offer } = await commerceFactories(payload()).offer({ course, tenant: here.tenant })
    await asTenant(here.tenant, async () =>
      row(
        await requestOf(),
        sql`with o as (
              insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency)
              values (uuidv7(), ${here.tenant}, 'A-1', ${here.learner.id}, 'expired', 1, 0, 0, 1, 'USD') returning id)
            insert into order_lines (id, tenant_id, order_id, offer_id, course_id, title, base, discount, tax, total)
            select uuidv7(), ${here.tenant}, o.id, ${offer}, ${course}, 'C', 1, 0, 0, 1 from o`,
      ),
    )
    await here.ask('DELETE', `courses/${course}`)
    const { errors, status } = await here.ask('DELETE', `courses/${course}?trash=true`)
    expect([status, errors?.[0]?.data]).toEqual([409, { code: 'inUse' }])
  })

  it('is refused for a lesson that somebody has begun', async () => {
    const here = await room()
    await asTenant(here.tenant, async () =>
      row(
        await requestOf(),
        sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
            select uuidv7(), tenant_id, learner_id, ${here.first}, course_id, id, '[]', 0, 0, 0 from enrollments`,
      ),
    )
    const { errors, status } = await here.ask('DELETE', `lessons/${here.first}`)
    expect([status, errors?.[0]?.data]).toEqual([409, { code: 'inUse' }])
  })
})
