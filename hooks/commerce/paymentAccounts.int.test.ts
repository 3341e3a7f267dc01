import type { PaymentAccount } from '@payload-types'

import { sql } from '@payloadcms/db-postgres'

import { paymentsFor, paymentsOf } from '@/adapters/payments/index'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'
import { PAYPAL_KEYS } from '@/test/paypal/server'
import { connect } from '@/test/providers/accounts'

const payload = testPayload()

const place = async () => {
  const { tenant } = await commerceFactories(payload()).shop()
  const owner = await factories(payload()).user({ roles: ['owner'], tenant })
  const change = (id: string, data: Partial<PaymentAccount>) =>
    asTenant(tenant, async () =>
      payload().update({
        id,
        collection: 'payment-accounts',
        data,
        overrideAccess: false,
        req: await requestOf(owner),
      }),
    )
  const stored = () =>
    asTenant(tenant, async () =>
      row<{ all: string; sealed: null | string }>(
        await requestOf(),
        sql`select sealed, to_jsonb(a)::text as all from payment_accounts a order by id desc limit 1`,
      ),
    )
  const offered = () =>
    asTenant(tenant, async () => (await paymentsFor(await requestOf())).map(({ name }) => name))

  return { change, offered, owner, stored, tenant }
}

describe('a school’s account with a provider', () => {
  it('keeps its keys encrypted, and shows no more than how each ends', async () => {
    const { owner, stored, tenant } = await place()
    const made = await connect(payload(), { provider: 'paypal', tenant })
    const read = await asTenant(tenant, async () =>
      payload().findByID({
        id: made.id,
        collection: 'payment-accounts',
        overrideAccess: false,
        req: await requestOf(owner),
      }),
    )
    const { all, sealed } = (await stored()) ?? { all: '', sealed: '' }

    expect(made).toMatchObject({ paypalClientId: '•••• 4Tz9', paypalSecret: '•••• 7Kq2' })
    expect(read).toMatchObject({ paypalSecret: '•••• 7Kq2', paypalWebhookId: '•••• CATA' })
    expect(read).not.toHaveProperty('sealed')
    expect(sealed).toMatch(/^v2\.[\w-]+\./)
    expect(all).not.toContain(PAYPAL_KEYS.secret)
    expect(all).not.toContain(PAYPAL_KEYS.clientId)
  })

  it('keeps a key that comes back as it was shown, and takes a new one', async () => {
    const { change, stored, tenant } = await place()
    const made = await connect(payload(), { provider: 'paypal', tenant })
    const before = await stored()
    const { paypalSecret } = await change(made.id, {
      paypalClientId: made.paypalClientId,
      paypalSecret: 'another-secret-of-theirs-9Zz1',
    })
    const after = await stored()

    expect(paypalSecret).toBe('•••• 9Zz1')
    expect(after?.all).toContain('•••• 4Tz9')
    expect(after?.sealed).not.toBe(before?.sealed)
  })

  it('is not used before it has all its keys, nor where the installation has none', async () => {
    const { change, offered, tenant } = await place()
    const half = { paypalWebhookId: null, provider: 'paypal', tenant } as const

    await expect(connect(payload(), half)).rejects.toThrow('The following field is invalid')
    const made = await connect(payload(), { ...half, isActive: false })
    expect(await offered()).toEqual(['test'])
    await expect(change(made.id, { isActive: true })).rejects.toThrow('invalid')
    await change(made.id, { isActive: true, paypalWebhookId: PAYPAL_KEYS.webhookId })
    expect(await offered()).toEqual(['paypal'])
    await expect(change(made.id, { provider: 'stripe' })).rejects.toThrow('invalid')
  })

  it('is the only one of its provider in use, of two at once as well', async () => {
    const { offered, tenant } = await place()
    const both = await Promise.allSettled([
      connect(payload(), { provider: 'paypal', tenant }),
      connect(payload(), { provider: 'paypal', tenant }),
    ])

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(connect(payload(), { provider: 'paypal', tenant })).rejects.toThrow('invalid')
    await connect(payload(), { isActive: false, provider: 'paypal', tenant })
    expect(await offered()).toEqual(['paypal'])
  })

  it('stands where the school puts it, and only with that school', async () => {
    const { change, offered, tenant } = await place()
    const other = await place()
    const paypal = await connect(payload(), { position: 2, provider: 'paypal', tenant })
    await connect(payload(), { position: 1, provider: 'razorpay', tenant })

    expect(await offered()).toEqual(['razorpay', 'paypal'])
    await change(paypal.id, { position: 0 })
    expect(await offered()).toEqual(['paypal', 'razorpay'])
    expect(await other.offered()).toEqual(['test'])
    await expect(other.change(paypal.id, { isActive: false })).rejects.toThrow()
  })

  it('out of use takes no new orders, and still answers for those it took', async () => {
    const { change, offered, tenant } = await place()
    const made = await connect(payload(), { provider: 'paypal', tenant })
    await change(made.id, { isActive: false })

    expect(await offered()).toEqual(['test'])
    expect(
      await asTenant(tenant, async () => (await paymentsOf('paypal', await requestOf()))?.name),
    ).toBe('paypal')
  })
})
