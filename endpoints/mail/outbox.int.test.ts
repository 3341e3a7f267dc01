import { asPlatform, asTenant } from '@/database/scope'
import { queueEmail } from '@/operations/mail/queueEmail'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { outbox, outboxMail } from './outbox'

const payload = testPayload()

type Listed = { mails: { id: string; html?: string; to: string }[] }

/** A school with one mail sent, and the platform with a member of its staff. */
const installation = async () => {
  const make = factories(payload())
  const school = await make.tenant()
  const { docs } = await asPlatform(() =>
    payload().find({
      collection: 'tenants',
      limit: 1,
      overrideAccess: true,
      where: { kind: { equals: 'platform' } },
    }),
  )
  const platform = docs[0] ?? (await make.tenant({ kind: 'platform' }))
  const to = `${school.slug}@example.com`
  await asTenant(school.id, async () =>
    queueEmail({
      data: { name: 'Noa', url: 'http://a.localhost:3000/confirm' },
      key: 'k',
      locale: 'en',
      req: await requestOf(),
      template: 'confirm',
      to,
    }),
  )
  await settle()

  return { make, platform: platform.id, school: school.id, to }
}

describe('GET /api/outbox', () => {
  it('shows the platform’s staff the mails of every school, and one with what it says', async () => {
    const { make, platform, to } = await installation()
    const user = await make.user({ roles: ['superAdmin'], tenant: platform })
    const list = await call(outbox, { query: { to }, tenant: platform, user })
    const [mail] = (list.body as Listed).mails

    expect(list.status).toBe(200)
    expect(mail).toMatchObject({ to })
    expect(mail).not.toHaveProperty('html')
    expect(
      await call(outboxMail, { params: { id: mail?.id ?? '' }, tenant: platform, user }),
    ).toMatchObject({
      body: { mail: { text: expect.stringContaining('/confirm') as string } },
      status: 200,
    })
  })

  it('is not there for anybody else, nor on a school’s host', async () => {
    const { make, platform, school } = await installation()
    const staff = await make.user({ roles: ['superAdmin'], tenant: platform })
    const owner = await make.user({ roles: ['owner'], tenant: school })

    expect((await call(outbox, { tenant: platform })).status).toBe(404)
    expect((await call(outbox, { tenant: school, user: owner })).status).toBe(404)
    expect((await call(outbox, { tenant: school, user: staff })).status).toBe(404)
    expect(
      (
        await call(outboxMail, {
          params: { id: crypto.randomUUID() },
          tenant: platform,
          user: staff,
        })
      ).status,
    ).toBe(404)
  })
})
