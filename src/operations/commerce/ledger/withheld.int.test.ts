import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'
import { connect } from '@/test/providers/accounts'

import { withheldOf } from './withheld'

const payload = testPayload()

/** An order over 39.20 USD of which one dollar was given back, paid through a provider. */
const paid = async ({ direct = null, provider }: { direct?: null | object; provider: string }) => {
  const make = commerceFactories(payload())
  const { tenant } = await make.shop()
  const { id: buyer } = await make.buyer(tenant)
  const { order, refund } = await make.refund({ buyer, tenant })
  const run = (statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows(await requestOf(), statement))
  await run(
    sql`update orders set provider = ${provider}, direct = ${direct && JSON.stringify(direct)}::jsonb where id = ${order}`,
  )
  const withheld = (given: { keepsFee?: boolean; refund?: string } = {}) =>
    asTenant(tenant, async () => withheldOf({ ...given, order, req: await requestOf() }))

  return { order, refund, run, tenant, withheld }
}

describe('withheldOf', () => {
  it('says that the platform kept all of what was paid to its own account', async () => {
    const { refund, withheld } = await paid({ provider: 'test' })

    expect(await withheld()).toBeNull()
    expect(await withheld({ refund })).toBeNull()
  })

  it('says that nothing was kept of what was paid to the school’s own account', async () => {
    const { tenant, withheld } = await paid({ provider: 'paypal' })
    expect(await withheld()).toBeNull()
    await connect(payload(), { provider: 'paypal', tenant })

    expect(await withheld()).toBe(0)
  })

  it('is not misled by an account of the school with another provider', async () => {
    const { tenant, withheld } = await paid({ provider: 'razorpay' })
    await connect(payload(), { provider: 'paypal', tenant })

    expect(await withheld()).toBeNull()
  })

  it('is the fee of what went on to the school at once, and goes back with refunds in proportion', async () => {
    const { refund, withheld } = await paid({
      direct: { account: 'acct_1', fee: 392 },
      provider: 'stripe',
    })

    expect(await withheld()).toBe(392)
    expect(await withheld({ refund })).toBe(10)
    expect(await withheld({ keepsFee: true, refund })).toBe(0)
  })

  it('gives the whole fee back by the refunds of the whole, in however many steps', async () => {
    const { order, refund, run, withheld } = await paid({
      direct: { account: 'acct_1', fee: 333 },
      provider: 'stripe',
    })
    const [rest] = (await run(
      sql`insert into refunds (id, tenant_id, key, order_id, payment_id, amount, currency, status)
          select uuidv7(), tenant_id, 'the rest', order_id, payment_id, 3820, currency, 'pending' from refunds where id = ${refund}
          returning id`,
    )) as { id: string }[]

    expect(
      ((await withheld({ refund })) ?? 0) + ((await withheld({ refund: rest?.id })) ?? 0),
    ).toBe(333)
    expect(order).toBeTruthy()
  })
})
