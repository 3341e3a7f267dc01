import { expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

const payload = testPayload()
const { offer, query, renewAt, sell, shop, standing, subscribe } = planTools(payload)

it('takes a coupon’s amount off as many payments as it says, and off the first alone where it says no more', async () => {
  const { course, tenant } = await shop()
  const { id } = await offer({ course, tenant })
  const made = async (periods: number) => {
    const { code } = await sell().coupon({
      amountOff: 500,
      currency: 'USD',
      percentOff: null,
      periods,
      tenant,
    })
    const member = await subscribe({ code, course, offer: id, tenant })
    for (let paid = 1; paid < 4; paid += 1) {
      await renewAt(new Date((await standing(member)).end))
    }
    const orders = await query<{ total: number }>(
      tenant,
      sql`select total::int as total from orders where subscription_id = ${member.id} order by period`,
    )

    return orders.map(({ total }) => total)
  }

  expect(await made(3)).toEqual([2500, 2500, 2500, 3000])
  expect(await made(1)).toEqual([2500, 3000, 3000, 3000])
})
