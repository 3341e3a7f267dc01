import { aurora } from '@/seed/schools/aurora'

import type { CheckedOut } from '../buying'

import { checkout, curriculum, offerOf, sessionIn } from '../buying'
import { eventually } from '../eventually'
import { linkIn, mailsTo, mailTo } from '../outbox'
import { visitor } from '../visitor'
import { COURSE, DISCOUNTED, mira, reader, story } from './heroine'

/** From the first visit to the receipt. */
export const itBuys = (): void => {
  it('begins with a visitor, who sees the course and may open its preview alone', async () => {
    const home = await reader.get('/')
    const { enrollment, lessons } = await curriculum(reader, COURSE)

    expect(home.status).toBe(200)
    expect(home.text).toContain(aurora.courses[0]?.summary)
    expect((await reader.get(`/courses/${COURSE}`)).status).toBe(200)
    expect(enrollment).toBeNull()
    expect(lessons.map(({ kind, locked }) => [kind, locked])).toEqual([
      ['video', false],
      ['text', true],
      ['text', true],
      ['quiz', true],
    ])
    expect((await reader.get(`/api/learn/media/${lessons[1]?.id}`)).status).toBeGreaterThan(400)
  })

  it('registers, and answers a second registration of the same address alike', async () => {
    const body = { ...mira, callbackURL: '/confirm?done=1', locale: 'en' }
    const first = await reader.post('/api/auth/sign-up/email', body)
    const second = await visitor('aurora').post('/api/auth/sign-up/email', body)
    const shape = ({ text }: typeof first) =>
      Object.keys((JSON.parse(text) as { user: object }).user).sort()

    expect([first.status, second.status]).toEqual([200, 200])
    expect(shape(second)).toEqual(shape(first))
    const early = await visitor('aurora').post('/api/auth/sign-in/email', mira)
    expect([early.status, early.json().code]).toEqual([403, 'EMAIL_NOT_VERIFIED'])
  })

  it('confirms by the link in the mail, which works once', async () => {
    const link = linkIn(await mailTo(mira.email, 'confirm'), '/verify-email')
    const once = await reader.get(link)
    const again = await visitor('aurora').get(link)

    expect([once.status, once.headers.location]).toEqual([302, '/confirm?done=1'])
    expect((await reader.get('/api/session')).json()).toMatchObject({
      user: { name: mira.name, email: mira.email, staff: false },
    })
    expect(again.status).toBe(302)
    expect(again.headers.location).toContain('error=LINK_USED')
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it('orders with a coupon: 201 with where to pay and how much', async () => {
    const offer = await offerOf(reader, COURSE)
    const answer = await checkout(reader, offer, aurora.coupon.code)
    story.bought = answer.json<CheckedOut>()

    expect(answer.status).toBe(201)
    expect(story.bought).toMatchObject({ currency: 'USD', total: DISCOUNTED })
    expect((await checkout(reader, offer, aurora.coupon.code)).json()).toEqual(story.bought)
    expect((await reader.get(story.bought.url)).status).toBe(200)
  })

  it('pays at the test gateway and is enrolled within two seconds', async () => {
    const session = sessionIn(story.bought.url)
    const paid = await reader.post(`/api/payments/test/${session}/approve`)

    expect([paid.status, paid.json().status]).toEqual([200, 'paid'])
    await eventually(async () => (await curriculum(reader, COURSE)).enrollment, 2000)
    expect((await reader.get(`/api/orders/${story.bought.order}?depth=0`)).json()).toMatchObject({
      status: 'paid',
      total: DISCOUNTED,
    })
    expect((await reader.get(String(paid.json().url))).status).toBe(200)
  })

  it('answers a payment approved twice alike, and enrolls once', async () => {
    const session = sessionIn(story.bought.url)
    const again = await reader.post(`/api/payments/test/${session}/approve`)
    const declined = await reader.post(`/api/payments/test/${session}/decline`)
    const { docs } = (await reader.get('/api/enrollments?depth=0')).json<{ docs: object[] }>()

    expect(again.json()).toMatchObject({ order: story.bought.order, status: 'paid' })
    expect([declined.status, declined.json().code]).toEqual([409, 'notPayable'])
    expect(docs).toHaveLength(1)
  })

  it('writes the receipt and the welcome, each once', async () => {
    const receipt = await mailTo(mira.email, 'receipt')
    await mailTo(mira.email, 'enrolled')

    expect(receipt.text).toContain('39.20')
    const kinds = (await mailsTo(mira.email)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'receipt' || kind === 'enrolled')).toHaveLength(2)
  })
}
