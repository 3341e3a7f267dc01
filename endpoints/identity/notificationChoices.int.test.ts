import { asTenant } from '@/database/scope'
import { systemPool } from '@/database/hosts'
import { queueEmails } from '@/operations/mail/queueEmails'
import { unsubscribeToken } from '@/operations/mail/unsubscribe'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { chooseNotification, notificationChoices, unsubscribe } from './notificationChoices'

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

const choose = ({ tenant, user }: School, isOn: boolean, channel = 'email') =>
  call(chooseNotification, { data: { channel, event: 'courseUpdates', isOn }, tenant, user })

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
      event: 'courseUpdates',
      tenant: at.tenant,
    })
    const press = () => call(unsubscribe, { params: { token }, tenant: at.tenant })
    for (const answer of [await press(), await press()]) {
      expect(answer).toMatchObject({
        body: { event: 'courseUpdates', isOn: false },
        status: 200,
      })
    }
    expect(await update(at, 'one')).toBe(0)
  })

  it('do not end by a token of another school, of another account, or of nobody', async () => {
    const [at, other] = [await school(), await school()]
    const token = unsubscribeToken({
      account: at.user.id,
      event: 'courseUpdates',
      tenant: at.tenant,
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

  it.each([
    { channel: 'email', event: 'receipts', isOn: false },
    { channel: 'pigeon', event: 'courseUpdates', isOn: false },
    { channel: 'email', event: 'courseUpdates' },
  ])('are not chosen by %j', async (data) => {
    const { tenant, user } = await school()
    expect((await call(chooseNotification, { data, tenant, user })).status).toBe(400)
  })
})

describe('channels of an event', () => {
  const told = async ({ tenant }: School): Promise<string[]> =>
    (
      await systemPool().query<{ key: string }>(
        'select key from notifications where tenant_id = $1 order by id',
        [tenant],
      )
    ).rows.map(({ key }) => key)

  it('are switched one by one, and each holds from the next event on', async () => {
    const at = await school()
    await update(at, 'one')
    await choose(at, false)
    await update(at, 'two')
    await choose(at, false, 'inApp')
    await update(at, 'three')
    await choose(at, true)
    await update(at, 'four')
    await settle()
    expect(await told(at)).toEqual(['one', 'two'])
    expect(await sent(at)).toHaveLength(2)
  })

  it('that the law asks for stay, also against a choice that was kept once', async () => {
    const at = await school()
    const data = { channel: 'email', event: 'purchases', isOn: false }
    expect(await call(chooseNotification, { data, ...at })).toMatchObject({
      body: { code: 'alwaysSent' },
      status: 422,
    })
    await systemPool().query(
      `insert into notification_choices (id, tenant_id, user_id, event, channel, is_on) values (uuidv7(), $1, $2, 'purchases', 'email', false)`,
      [at.tenant, at.user.id],
    )
    expect(await receipt(at)).toBe(1)
    const { body } = await call(notificationChoices, at)
    expect(body).toMatchObject({ choices: { purchases: { email: true, inApp: true } } })
  })

  it('are kept where they differ from the default alone, and of many at once one', async () => {
    const at = await school()
    await Promise.all([...Array(8).keys()].map(() => choose(at, false)))
    const rows = async () =>
      (
        await systemPool().query('select 1 from notification_choices where tenant_id = $1', [
          at.tenant,
        ])
      ).rows.length
    expect(await rows()).toBe(1)
    await choose(at, true)
    expect(await rows()).toBe(0)
  })

  it('tell once of an occasion, however often it is told', async () => {
    const at = await school()
    await Promise.all([update(at, 'one'), update(at, 'one'), update(at, 'one')])
    expect(await told(at)).toEqual(['one'])
  })

  it('keep nothing of an address, nor of what lets somebody in', async () => {
    const at = await school()
    await receipt(at)
    await asTenant(at.tenant, async () =>
      queueEmails({
        emails: [
          {
            data: { name: 'Ada', url: 'http://a.test/reset?token=secret' },
            key: 'reset',
            locale: 'en',
            template: 'reset',
            to: at.user.email,
          },
        ],
        req: await requestOf(),
      }),
    )
    const { rows } = await systemPool().query(
      'select template, data, link from notifications where tenant_id = $1',
      [at.tenant],
    )
    expect(rows).toEqual([{ data: { course: 'Light' }, link: '/learn', template: 'enrolled' }])
  })
})
