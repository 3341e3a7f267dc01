import { expect, it } from '@jest/globals'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

import { personalData } from './personalData'

const payload = testPayload()

it('holds what somebody bought, with payments, uses of coupons and accounts for payouts, and nothing of others', async () => {
  const { buy } = planTools(payload)
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const { code } = await make.coupon({ tenant })
  const { id: buyer } = await make.buyer(tenant)
  const { id: other } = await make.buyer(tenant)
  await buy({ buyer, code, offer, tenant })
  await planTools(payload).settle()
  await systemPool().query(
    `insert into payout_accounts (id, tenant_id, holder, person_id, provider, provider_account, is_ready)
     values (uuidv7(), $1, $2::text, $2::uuid, 'test', 'acct_1', true)`,
    [tenant, buyer],
  )
  const dataOf = (account: string) =>
    asTenant(tenant, async () => personalData({ account, req: await requestOf() }))

  expect(await dataOf(buyer)).toMatchObject({
    couponUses: [expect.objectContaining({ code })],
    orders: [expect.objectContaining({ status: 'paid' })],
    payments: [expect.objectContaining({ status: 'succeeded' })],
    payoutAccounts: [expect.objectContaining({ isReady: true })],
  })
  expect(await dataOf(other)).toMatchObject({
    couponUses: [],
    orders: [],
    payments: [],
    payoutAccounts: [],
  })
})
