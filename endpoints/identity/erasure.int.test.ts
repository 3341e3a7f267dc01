import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { portraitKey } from '@/domain/identity/portraits'
import { newId } from '@/newId'
import { eraseDueAccounts } from '@/operations/identity/eraseAccounts'
import { repeatErasures } from '@/operations/identity/repeatErasures'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { commerceFactories } from '@/test/factories/commerce'
import { begin, examRoom } from '@/test/factories/exams'
import { planted } from '@/test/factories/reviews'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { askForErasure, readErasureState, takeErasureBack } from './erasure'

const payload = testPayload()

const DAY_MS = 86_400_000
const later = (days: number) => new Date(Date.now() + days * DAY_MS)

/** Somebody of a school who signs in with a password. */
const personIn = async (tenant: string, roles = ['student']) => {
  const email = `mia-${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({ people: [{ name: 'Mia Member', email, roles }], req: await requestOf(), tenant }),
  )

  return { id, email }
}

const newSchool = async () => (await factories(payload()).tenant()).id

const ask = (tenant: string, user: { id: string }, password: string | undefined = DEMO_PASSWORD) =>
  call(askForErasure, { data: { password }, tenant, user })

const see = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const statusOf = async (tenant: string, id: string) =>
  (await see<{ status: string }>(tenant, sql`select status from users where id = ${id}`))[0]?.status

const lettersTo = (tenant: string, email: string) =>
  see<{ kind: string }>(tenant, sql`select kind from emails where "to" = ${email} order by id`)

const erase = (days: number) => eraseDueAccounts({ now: later(days), payload: payload() })

describe('asking for an account to be deleted', () => {
  it('takes the password, and is refused without', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    for (const password of ['', 'not it at all', undefined]) {
      const { body, status } = await call(askForErasure, { data: { password }, tenant, user })
      expect([status, body]).toEqual([422, { code: 'wrongPassword' }])
    }
    expect((await call(askForErasure, { data: { password: 7 }, tenant, user })).status).toBe(400)
    expect((await call(askForErasure, { data: {}, tenant })).status).toBe(401)
    expect((await call(readErasureState, { tenant, user })).body).toEqual({
      erasesAt: null,
      needsPassword: true,
      refusal: null,
    })
  })

  it('takes a fresh session where the account has no password', async () => {
    const tenant = await newSchool()
    const user = await factories(payload()).user({ tenant })
    const { body, status } = await call(askForErasure, { data: {}, tenant, user })
    expect([status, body]).toEqual([422, { code: 'signInAgain' }])
  })

  it('gives fourteen days, the same when asked many times at once, and one mail', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(tenant, user)))
    const days = answers.map(({ body, status }) => [
      status,
      (body as { erasesAt: string }).erasesAt,
    ])
    expect(new Set(days.map(String)).size).toBe(1)
    expect(days[0]?.[0]).toBe(202)
    const left = Date.parse(String(days[0]?.[1])) - Date.now()
    expect(Math.round(left / DAY_MS)).toBe(14)
    expect(await lettersTo(tenant, user.email)).toEqual([{ kind: 'accountErasing' }])
    expect(await erase(13)).toBe(0)
    expect(await statusOf(tenant, user.id)).toBe('active')
  })

  it('is undone by the button alone, once, and can be asked again', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    await ask(tenant, user)
    const keep = () => call(takeErasureBack, { tenant, user })
    expect((await keep()).body).toEqual({ isKept: true })
    expect((await keep()).body).toEqual({ isKept: false })
    await erase(30)
    expect(await statusOf(tenant, user.id)).toBe('active')
    expect((await ask(tenant, user)).status).toBe(202)
  })

  it('is refused to the only owner, and to the second of two who ask at once', async () => {
    const tenant = await newSchool()
    const one = await personIn(tenant, ['owner'])
    expect((await ask(tenant, one)).body).toEqual({ code: 'onlyOwner' })
    const other = await personIn(tenant, ['owner'])
    const answers = await Promise.all([ask(tenant, one), ask(tenant, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422])
  })

  it('is refused to whoever teaches a published course', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant, ['instructor'])
    const course = await factories(payload()).course({ instructor: user.id, tenant })
    expect((await ask(tenant, user)).body).toEqual({ code: 'stillTeaching' })
    await see(tenant, sql`update courses set instructor_id = null where id = ${course.id}`)
    expect((await ask(tenant, user)).status).toBe(202)
  })

  it('lets subscriptions run out from that day on', async () => {
    const { offer, tenant } = await commerceFactories(payload()).shop()
    const user = await personIn(tenant)
    const id = await commerceFactories(payload()).subscription({ buyer: user.id, offer, tenant })
    await ask(tenant, user)
    await settle()
    const [plan] = await see(
      tenant,
      sql`select status, cancel_at_period_end as ends from subscriptions where id = ${id}`,
    )
    expect(plan).toEqual({ ends: true, status: 'active' })
  })
})

describe('an account whose days of grace are over', () => {
  it('leaves invoices and sums, and nothing of the person', async () => {
    const exam = await examRoom(payload())
    const { course, tenant } = exam
    const user = await personIn(tenant)
    const commerce = commerceFactories(payload())
    const { id: offer } = await commerce.offer({ course, tenant })
    await planted(payload()).review({ course, learner: user.id, tenant, text: 'I, Mia, liked it.' })
    await begin({ ...exam, learner: { ...exam.learner, id: user.id } })
    const invoice = await commerce.invoice({ buyer: user.id, tenant })
    const subscription = await commerce.subscription({ buyer: user.id, offer, tenant })
    const picture = newId()
    const key = portraitKey({ account: user.id, picture, tenant }) ?? ''
    await storage().put({ body: Buffer.from('x'), contentType: 'image/webp', key })
    await see(
      tenant,
      sql`update users set bio = 'I am Mia', image = ${picture} where id = ${user.id}`,
    )
    await see(
      tenant,
      sql`update orders set guest_name = 'Mia Member', billing = '{"company":"Mia Ltd"}' where buyer_id = ${user.id}`,
    )
    await see(
      tenant,
      sql`insert into certificates (id, tenant_id, number, learner_name, course_title, enrollment_id, learner_id, course_id, serial, issued_at)
          select uuidv7(), ${tenant}, 'C-1', 'Mia Member', 'A course', e.id, e.learner_id, e.course_id, ${newId()}, now()
          from enrollments e where e.learner_id = ${user.id}`,
    )
    await ask(tenant, user)
    await settle()
    await erase(15)
    await settle()

    const [person] = await see(
      tenant,
      sql`select name, email, status, bio, image, (select count(*)::int from users_roles r where r.parent_id = u.id) as roles
          from users u where id = ${user.id}`,
    )
    expect(person).toEqual({
      name: 'Deleted account',
      bio: null,
      email: `${user.id}@erased.invalid`,
      image: null,
      roles: 0,
      status: 'erased',
    })
    const counts = await see(
      tenant,
      sql`select (select count(*)::int from auth_accounts where user_id = ${user.id}) as credentials,
            (select count(*)::int from quiz_attempts where learner_id = ${user.id}) as attempts,
            (select count(*)::int from reviews where learner_id = ${user.id}) as reviews,
            (select count(*)::int from orders where buyer_id = ${user.id}) as orders,
            (select count(*)::int from orders where buyer_id = ${user.id} and (billing is not null or guest_name is not null)) as named,
            (select count(*)::int from enrollments where learner_id = ${user.id} and status <> 'revoked') as open`,
    )
    expect(counts).toEqual([
      { attempts: 0, credentials: 0, named: 0, open: 0, orders: 1, reviews: 0 },
    ])
    const kept = await see(
      tenant,
      sql`select buyer ->> 'name' as name from invoices where id = ${invoice}`,
    )
    expect(kept).toEqual([{ name: 'Mia Member' }])
    expect(
      await see(
        tenant,
        sql`select learner_name as name, revoked_at is not null as revoked from certificates where learner_id = ${user.id}`,
      ),
    ).toEqual([{ name: 'Deleted account', revoked: true }])
    expect(
      await see(
        tenant,
        sql`select status, next_step_at from subscriptions where id = ${subscription}`,
      ),
    ).toEqual([{ next_step_at: null, status: 'canceled' }])
    expect(await storage().head(key)).toBeNull()
    expect(await lettersTo(tenant, user.email)).toEqual([{ kind: 'accountErased' }])
    expect(await lettersTo(tenant, `${user.id}@erased.invalid`)).toEqual([])
  })

  it('is erased once by many workers at once, and again by nobody', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    await ask(tenant, user)
    await Promise.all(Array.from({ length: 4 }, () => erase(15)))
    const facts = await see(
      tenant,
      sql`select 1 from events where fact = 'account.erased' and data ->> 'account' = ${user.id}`,
    )
    expect(facts).toHaveLength(1)
    expect(await erase(15)).toBe(0)
  })

  it('leaves the same when what follows runs again after a crash', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    await ask(tenant, user)
    await erase(15)
    await settle()
    await systemPool().query(
      `update pgboss.job set state = 'retry', completed_on = null where name like '%OnAccountErased'
       and data -> 'data' ->> 'account' = $1`,
      [user.id],
    )
    await settle()
    expect(await statusOf(tenant, user.id)).toBe('erased')
    expect(await lettersTo(tenant, user.email)).toEqual([{ kind: 'accountErased' }])
  })

  it('stays while its owner has become the only one', async () => {
    const tenant = await newSchool()
    const [one, other] = [await personIn(tenant, ['owner']), await personIn(tenant, ['owner'])]
    await ask(tenant, one)
    await see(tenant, sql`update users set status = 'suspended' where id = ${other.id}`)
    await erase(15)
    expect(await statusOf(tenant, one.id)).toBe('active')
  })

  it('waits while its person is under legal hold', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    await ask(tenant, user)
    await see(tenant, sql`update users set legal_hold = true where id = ${user.id}`)
    await erase(30)
    expect(await statusOf(tenant, user.id)).toBe('active')
    await see(tenant, sql`update users set legal_hold = false where id = ${user.id}`)
    await erase(30)
    expect(await statusOf(tenant, user.id)).toBe('erased')
  })

  it('frees its address, and nobody brings it back', async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant)
    await ask(tenant, user)
    await erase(15)
    const again = await factories(payload()).user({ email: user.email, tenant })
    expect(again.id).not.toBe(user.id)
    const revive = asTenant(tenant, () =>
      payload().update({
        id: user.id,
        collection: 'users',
        data: { status: 'active' },
        overrideAccess: true,
      }),
    )
    await expect(revive).rejects.toMatchObject({ status: 403 })
  })
})

describe('an account that a restored backup brings back', () => {
  const restored = async () => {
    const tenant = await newSchool()
    const user = await personIn(tenant, ['owner'])
    await personIn(tenant, ['owner'])
    await ask(tenant, user)
    await erase(15)
    await settle()
    await see(
      tenant,
      sql`update users set name = 'Mia Member', email = ${user.email}, status = 'active', erasure_at = null where id = ${user.id}`,
    )
    await see(tenant, sql`delete from erasures where account = ${user.id}`)
    await see(tenant, sql`delete from emails where "to" = ${user.email}`)

    return { tenant, user }
  }

  it('is erased again by the ledger beside the backups, and nobody is told', async () => {
    const { tenant, user } = await restored()
    expect(await repeatErasures(payload())).toBe(1)
    await settle()
    expect(await statusOf(tenant, user.id)).toBe('erased')
    expect(await lettersTo(tenant, user.email)).toEqual([])
    expect(await repeatErasures(payload())).toBe(0)
    const facts = await see(tenant, sql`select 1 from erasures where account = ${user.id}`)
    expect(facts).toHaveLength(1)
  })

  it('is so even where it is the only owner now', async () => {
    const { tenant, user } = await restored()
    await see(
      tenant,
      sql`update users set status = 'suspended' where id <> ${user.id} and tenant_id = ${tenant}`,
    )
    expect(await repeatErasures(payload())).toBe(1)
    expect(await statusOf(tenant, user.id)).toBe('erased')
  })
})
