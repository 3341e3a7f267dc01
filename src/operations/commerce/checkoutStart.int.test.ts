import { asTenant } from '@/database/scope'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'

import { checkoutStart } from './checkoutStart'

const payload = testPayload()
const make = () => commerceFactories(payload())

const opened = ({
  coupon = null,
  offers,
  tenant,
}: {
  coupon?: null | string
  offers: string[]
  tenant: string
}) =>
  asTenant(tenant, async () =>
    checkoutStart({ cohorts: [], coupon, offers, req: await requestOf(), tenant, user: null }),
  )

describe('the link to a checkout', () => {
  it('opens the quote of its offers, with its coupon', async () => {
    const { course, offer, tenant } = await make().shop()
    const { code } = await make().coupon({ percentOff: 20, tenant })

    expect(await opened({ coupon: code, offers: [offer], tenant })).toMatchObject({
      couponFault: null,
      fault: null,
      quote: { coupon: code, lines: [{ course, offer }], total: 3920 },
      user: null,
    })
  })

  it('opens it without a coupon that does not hold, and says why', async () => {
    const { offer, tenant } = await make().shop()

    expect(await opened({ coupon: 'NONE', offers: [offer], tenant })).toMatchObject({
      couponFault: 'couponUnknown',
      fault: null,
      quote: { coupon: null, total: 4900 },
    })
  })

  it('opens nothing of another school, and nothing that is not for sale', async () => {
    const { offer, tenant } = await make().shop()
    const other = await make().shop()

    expect(await opened({ offers: [other.offer], tenant })).toMatchObject({
      fault: 'notFound',
      quote: null,
    })
    await asTenant(tenant, () =>
      payload().update({ id: offer, collection: 'offers', data: { isActive: false } }),
    )
    expect(await opened({ offers: [offer], tenant })).toMatchObject({
      fault: 'notForSale',
      quote: null,
    })
  })
})
