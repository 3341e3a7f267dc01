import type { Template } from '@/domain/mail/templates'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { PLACEHOLDERS } from '@/domain/mail/words'
import { sampleData } from '@/emails/sample'
import { eraseDueAccounts } from '@/operations/identity/eraseAccounts'
import { personalData } from '@/operations/identity/personalData'
import { queueEmails } from '@/operations/mail/queueEmails'
import { clearOldData } from '@/operations/privacy/retain'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'

import { notifications, readNotifications, unreadNotifications } from './notifications'

const payload = testPayload()

const school = async () => {
  const tenant = (await factories(payload()).tenant()).id
  const user = await factories(payload()).user({ tenant })

  return { tenant, user }
}

type School = Awaited<ReturnType<typeof school>>

const tell = (
  { tenant, user }: School,
  orders: { course?: string; key: string; template?: 'courseUpdate' | 'enrolled' }[],
) =>
  asTenant(tenant, async () =>
    queueEmails({
      emails: orders.map(({ course = 'Light', key, template = 'courseUpdate' }) => ({
        data: { name: 'Ada', course, message: 'New', url: `http://a.test/learn/${key}` },
        key,
        locale: 'en' as const,
        template,
        to: user.email,
      })),
      req: await requestOf(),
    }),
  )

type Told = { createdAt: string; id: string; link: string; readAt: null | string; title: string }

type Answer = { next: null | string; notifications: Told[] }

const read = async (at: School, query?: Record<string, string>): Promise<Answer> =>
  (await call(notifications, { query, ...at })).body as Answer

const unread = async (at: School) => (await call(unreadNotifications, at)).body

const keys = (count: number) =>
  [...Array(count).keys()].map((at) => ({ key: `k${String(at).padStart(3, '0')}` }))

describe('notifications', () => {
  it('are told newest first in the reader’s language, twenty at a time, each once', async () => {
    const at = await school()
    await tell(at, keys(45))
    const seen: string[] = []
    let before: null | string | undefined
    const sizes: number[] = []
    while (before !== null) {
      const { next, notifications: some } = await read(at, before ? { before } : undefined)
      sizes.push(some.length)
      seen.push(...some.map(({ link }) => link))
      before = next
    }
    expect(sizes).toEqual([20, 20, 5])
    expect(seen).toEqual(
      keys(45)
        .map(({ key }) => `/learn/${key}`)
        .reverse(),
    )
    const [first] = (await read(at, { locale: 'ru' })).notifications
    expect(first).toMatchObject({
      event: 'courseUpdates',
      readAt: null,
      title: 'Что нового в курсе «Light»',
    })
  })

  it('are said in the school’s own words where it has some', async () => {
    const at = await school()
    await systemPool().query(
      `insert into email_templates (id, tenant_id, kind, locale, subject, updated_at, created_at)
       values (uuidv7(), $1, 'courseUpdate', 'en', 'Fresh in {course}', now(), now())`,
      [at.tenant],
    )
    await tell(at, [{ key: 'one' }])
    expect((await read(at, { locale: 'en' })).notifications[0]?.title).toBe('Fresh in Light')
  })

  it('leave out what is told of no more, and go on', async () => {
    const at = await school()
    await tell(at, keys(2))
    await systemPool().query(
      `update notifications set template = 'nothingKnown' where tenant_id = $1 and link = '/learn/k001'`,
      [at.tenant],
    )
    expect((await read(at)).notifications.map(({ link }) => link)).toEqual(['/learn/k000'])
  })

  it('are counted until they are read, one by one and all at once, and once', async () => {
    const at = await school()
    await tell(at, keys(3))
    expect(await unread(at)).toEqual({ unread: 3 })
    const [newest, middle] = (await read(at)).notifications
    const mark = async (data: object) => (await call(readNotifications, { data, ...at })).body
    const ids = [middle?.id]
    const both = await Promise.all([mark({ ids }), mark({ ids })])
    expect(both).toEqual(expect.arrayContaining([{ count: 1 }, { count: 0 }]))
    await tell(at, [{ key: 'later' }])
    expect(await mark({ upTo: newest?.id })).toEqual({ count: 2 })
    expect(await unread(at)).toEqual({ unread: 1 })
    await tell(
      at,
      keys(150).map(({ key }) => ({ key: `more-${key}` })),
    )
    expect(await unread(at)).toEqual({ unread: 100 })
  })

  it('are nobody else’s to see or to mark', async () => {
    const [at, other] = [await school(), await school()]
    const neighbour = {
      tenant: at.tenant,
      user: await factories(payload()).user({ tenant: at.tenant }),
    }
    await tell(at, [{ key: 'one' }])
    const [{ id } = { id: '' }] = (await read(at)).notifications
    for (const stranger of [other, neighbour]) {
      expect(await read(stranger)).toEqual({ next: null, notifications: [] })
      for (const data of [{ ids: [id] }, { upTo: id }]) {
        expect((await call(readNotifications, { data, ...stranger })).body).toEqual({ count: 0 })
      }
    }
    expect(await unread(at)).toEqual({ unread: 1 })
  })

  it.each([{}, { ids: [] }, { ids: ['x'] }, { ids: ['x'], upTo: 'y' }, { upTo: 1 }])(
    'are not marked by %j',
    async (data) => {
      expect((await call(readNotifications, { data, ...(await school()) })).status).toBe(400)
    },
  )

  it('can be said of every mail that is an event, from what is kept of it', async () => {
    const at = await school()
    const templates = Object.keys(PLACEHOLDERS) as Template[]
    await asTenant(at.tenant, async () =>
      queueEmails({
        emails: templates.map((template) => ({
          data: sampleData({
            name: 'Ada',
            currency: 'USD',
            kind: template,
            locale: 'en',
            now: new Date(),
            origin: 'http://a.test',
          }),
          key: template,
          locale: 'en',
          template,
          to: at.user.email,
        })),
        req: await requestOf(),
      }),
    )
    for (const locale of ['en', 'ru', 'he']) {
      let before: null | string | undefined
      while (before !== null) {
        const { body, status } = await call(notifications, {
          query: { locale, ...(before && { before }) },
          ...at,
        })
        expect(status).toBe(200)
        const said = body as Answer
        for (const { link, title } of said.notifications) {
          expect(title).toMatch(/\S/u)
          expect(title).not.toMatch(/undefined|\{/u)
          expect(link).toMatch(/^\//u)
        }
        before = said.next
      }
    }
  })

  it('go with old age, but for whom is held', async () => {
    const [at, held] = [await school(), await school()]
    for (const one of [at, held]) {
      await tell(one, [{ key: 'old' }, { key: 'new' }])
      await systemPool().query(
        `update notifications set created_at = now() - interval '200 days' where tenant_id = $1 and key = 'old'`,
        [one.tenant],
      )
    }
    await systemPool().query('update users set legal_hold = true where id = $1', [held.user.id])
    await clearOldData({ payload: payload() })
    expect((await read(at)).notifications).toHaveLength(1)
    expect((await read(held)).notifications).toHaveLength(2)
  })

  it('are part of what is kept of a person, and go with them, with what others were told of them', async () => {
    const at = await school()
    const other = {
      tenant: at.tenant,
      user: await factories(payload()).user({ tenant: at.tenant }),
    }
    await systemPool().query(`update users set name = 'Ada Lovelace' where id = $1`, [at.user.id])
    await tell(at, [{ key: 'one' }])
    await tell(other, [{ course: 'Notes of Ada Lovelace', key: 'two' }, { key: 'three' }])
    const data = await asTenant(at.tenant, async () =>
      personalData({ account: at.user.id, req: await requestOf() }),
    )
    expect(data?.notifications).toMatchObject([
      { about: 'courseUpdate', data: { course: 'Light' } },
    ])
    await systemPool().query(
      `update users set erasure_at = now() - interval '1 hour' where id = $1`,
      [at.user.id],
    )
    await eraseDueAccounts({ now: new Date(), payload: payload() })
    const { rows } = await systemPool().query<{ key: string }>(
      'select key from notifications where tenant_id = $1',
      [at.tenant],
    )
    expect(rows).toEqual([{ key: 'three' }])
  })
})
