import { aurora } from '@/seed/schools/aurora'

import type { CheckedOut } from './buying'
import type { Visitor } from './visitor'

import {
  buy,
  checkout,
  confirmedVisitor,
  curriculum,
  newPerson,
  offerOf,
  sessionIn,
} from './buying'
import { said } from './said'
import { signedIn, visitor } from './visitor'

const COURSE = 'the-quiet-portrait'
const FREE = 'a-walk-with-your-phone'

let reader: Visitor
let owner: Visitor
let offer = ''

beforeAll(async () => {
  reader = await confirmedVisitor('aurora', newPerson('Nora Ness'))
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  offer = await offerOf(reader, COURSE)
})

describe('buying', () => {
  it('refuses coupons that do not hold', async () => {
    const past = new Date(Date.now() - 1000).toISOString()
    const future = new Date(Date.now() + 3_600_000).toISOString()
    const coupons = [
      ['couponExpired', { code: 'OVER', expiresAt: past, percentOff: 10 }],
      ['couponNotStarted', { code: 'SOON', percentOff: 10, startsAt: future }],
    ] as const
    for (const [refusal, coupon] of coupons) {
      expect((await owner.post('/api/coupons', coupon)).status).toBe(201)
      expect(said(await checkout(reader, offer, coupon.code))).toEqual([422, refusal])
    }
    expect(said(await checkout(reader, offer, 'NO SUCH'))).toEqual([422, 'couponUnknown'])
    expect(said(await checkout(reader, offer, 'SHALOM10'))).toEqual([422, 'couponUnknown'])
    expect((await reader.get('/api/orders')).json()).toMatchObject({ totalDocs: 0 })
  })

  it('lets nobody see or pay an order but its buyer', async () => {
    const placed = (await checkout(reader, offer)).json<CheckedOut>()
    const session = sessionIn(placed.url)
    const path = `/api/payments/test/${session}`
    const stranger = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    const theirs = await signedIn({ email: 'student@ofek.test', place: 'ofek' })

    for (const one of [stranger, owner, theirs]) {
      expect(said(await one.get(path))).toEqual([404, 'notFound'])
      expect(said(await one.post(`${path}/approve`))).toEqual([404, 'notFound'])
      expect((await one.get(`/pay/test/${session}`)).status).toBe(404)
      expect((await one.get(`/orders/${placed.order}/thanks`)).status).toBe(404)
    }
    expect(said(await visitor('aurora').post(`${path}/approve`))).toEqual([401, 'signInRequired'])
    expect((await reader.get(path)).json()).toMatchObject({ status: 'open' })
  })

  it('keeps a declined payment declined', async () => {
    const placed = (await checkout(reader, offer)).json<CheckedOut>()
    const path = `/api/payments/test/${sessionIn(placed.url)}`

    expect((await reader.post(`${path}/decline`)).json()).toMatchObject({ status: 'failed' })
    expect(said(await reader.post(`${path}/approve`))).toEqual([409, 'notPayable'])
    expect((await curriculum(reader, COURSE)).enrollment).toBeNull()
  })

  it('sells nobody the same thing twice', async () => {
    await buy(reader, FREE)
    const free = await offerOf(reader, FREE)

    expect(said(await checkout(reader, free))).toEqual([409, 'alreadyOwned'])
    await buy(reader, COURSE)
    expect(said(await checkout(reader, offer))).toEqual([409, 'alreadyOwned'])
    expect(said(await checkout(reader, offer, aurora.coupon.code))).toEqual([409, 'alreadyOwned'])
  })

  it('believes no event that is not signed', async () => {
    const { user } = (await reader.get('/api/session')).json<{ user: { id: string } }>()
    const event = JSON.stringify({
      id: 'evt_1',
      type: 'checkout.session.completed',
      created: Math.floor(Date.now() / 1000),
      data: { object: { id: 'cs_1', client_reference_id: user.id, payment_status: 'paid' } },
      object: 'event',
    })
    const signature = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`
    const forgeries: Record<string, string>[] = [
      {},
      { 'stripe-signature': signature },
      { 'lectern-signature': signature },
    ]
    for (const place of ['aurora', 'platform'] as const) {
      for (const headers of forgeries) {
        const path = '/api/payments/stripe/webhook'
        const answer = await visitor(place).send({ body: event, headers, method: 'POST', path })
        expect(said(answer)).toEqual([400, 'badSignature'])
      }
    }
    expect(said(await visitor('platform').post('/internal/revalidate', { tenant: 'a' }))).toEqual([
      403,
      'badSignature',
    ])
  })
})
