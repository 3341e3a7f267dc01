import { asTenant } from '@/database/scope'
import { systemPool } from '@/database/hosts'
import { queueEmails } from '@/operations/mail/queueEmails'
import { unsubscribeToken } from '@/operations/mail/topics'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { chooseMail, unsubscribe } from './mailChoices'

const payload = testPayload()

const school = async () => {
  const tenant = (await factories(payload()).tenant()).id
  const user = await factories(payload()).user({ tenant })

  return { tenant, user }
}

type School = Awaited<ReturnType<typeof school>>

const update = ({ tenant, user }: School, key: string) =>
  asTenant(tenant, async () =>
    queueEmails({
      emails: [
        {
          data: { name: 'Ada', course: 'Light', message: 'New', url: 'http://a.test/learn' },
          key,
          locale: 'en',
          template: 'courseUpdate',
          to: user.email,
        },
      ],
      req: await requestOf(),
    }),
  )

const receipt = ({ tenant, user }: School) =>
  asTenant(tenant, async () =>
    queueEmails({
      emails: [
        {
          data: { name: 'Ada', course: 'Light', url: 'http://a.test/learn' },
          key: 'enrolled',
          locale: 'en',
          template: 'enrolled',
          to: user.email,
        },
      ],
      req: await requestOf(),
    }),
  )

const sent = async ({ tenant }: School): Promise<{ html: string; kind: string }[]> =>
  (
    await systemPool().query<{ html: string; kind: string }>(
      `select kind, html from emails where tenant_id = $1 and status = 'sent' order by id`,
      [tenant],
    )
  ).rows

const choose = ({ tenant, user }: School, wants: boolean) =>
  call(chooseMail, { data: { topic: 'courseUpdates', wants }, tenant, user })

describe('mails one can do without', () => {
  it('carry a way out, and the others none', async () => {
    const at = await school()
    await update(at, 'one')
    await receipt(at)
    await settle()
    const [news, access] = await sent(at)
    expect(news?.html).toContain('/unsubscribe?token=')
    expect(access?.html).not.toContain('/unsubscribe')
  })

  it('are not ordered for whoever does without, and what answers an act still comes', async () => {
    const at = await school()
    expect((await choose(at, false)).status).toBe(200)
    expect(await update(at, 'one')).toBe(0)
    expect(await receipt(at)).toBe(1)
    expect((await choose(at, true)).status).toBe(200)
    expect(await update(at, 'one')).toBe(1)
  })

  it('that wait already are not sent either', async () => {
    const at = await school()
    await update(at, 'one')
    await choose(at, false)
    await settle()
    expect(await sent(at)).toEqual([])
  })

  it('end by the link of the mail, without a session and as often as it is asked', async () => {
    const at = await school()
    const token = unsubscribeToken({
      account: at.user.id,
      tenant: at.tenant,
      topic: 'courseUpdates',
    })
    const press = () => call(unsubscribe, { params: { token }, tenant: at.tenant })
    for (const answer of [await press(), await press()]) {
      expect(answer).toMatchObject({
        body: { topic: 'courseUpdates', wants: false },
        status: 200,
      })
    }
    expect(await update(at, 'one')).toBe(0)
  })

  it('do not end by a token of another school, of another account, or of nobody', async () => {
    const [at, other] = [await school(), await school()]
    const token = unsubscribeToken({
      account: at.user.id,
      tenant: at.tenant,
      topic: 'courseUpdates',
    })
    const [, sign] = token.split('.')
    const forged = `${Buffer.from(`${other.user.id}~courseUpdates`).toString('base64url')}.${sign}`
    for (const [tenant, odd] of [
      [other.tenant, token],
      [at.tenant, forged],
      [at.tenant, 'x'],
      [at.tenant, 'x.y'],
    ] as const) {
      expect(await call(unsubscribe, { params: { token: odd }, tenant })).toMatchObject({
        body: { code: 'badLink' },
        status: 400,
      })
    }
    expect(await update(at, 'one')).toBe(1)
    expect(await update(other, 'one')).toBe(1)
  })

  it.each([{ topic: 'receipts', wants: false }, { topic: 'courseUpdates' }])(
    'are not chosen by %j',
    async (data) => {
      const { tenant, user } = await school()
      expect((await call(chooseMail, { data, tenant, user })).status).toBe(400)
    },
  )
})
