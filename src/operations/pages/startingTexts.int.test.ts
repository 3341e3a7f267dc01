import { sql } from '@payloadcms/db-postgres'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { SMALL_PRINT } from '@/domain/pages/smallPrint'
import { commerceFactories } from '@/test/factories/commerce'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { checkout } from '@endpoints/commerce/checkout'
import { writeSmallPrint } from '@endpoints/pages/startingTexts'

const payload = testPayload()

const write = (tenant: string, user: { id: string }) =>
  call(writeSmallPrint, { data: {}, tenant, user })

const see = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

describe('the starting texts of small print', () => {
  it('are written once as drafts by many calls at once, with the school in them, beside what is there', async () => {
    const make = factories(payload())
    const { id: tenant } = await make.tenant({ name: 'Aurora School' })
    const owner = await make.user({ roles: ['owner'], tenant })
    await make.page({ slug: 'privacy', tenant, title: 'Ours' })
    await systemPool().query(
      `update tenants set settings_profile_address = 'Main St 1', settings_support_email = 'hi@example.com' where id = $1`,
      [tenant],
    )
    const answers = await Promise.all(Array.from({ length: 3 }, () => write(tenant, owner)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const pages = await see<{ layout: unknown; slug: string; status: string }>(
      tenant,
      sql`select slug, _status as status, layout from pages order by slug`,
    )
    expect(pages.map(({ slug, status }) => [slug, status])).toEqual([
      ['cookies', 'draft'],
      ['privacy', 'published'],
      ['refunds', 'draft'],
      ['terms', 'draft'],
    ])
    const terms = JSON.stringify(pages.find(({ slug }) => slug === 'terms')?.layout)
    for (const said of ['To be reviewed', 'Aurora School', 'Main St 1', 'hi@example.com']) {
      expect(terms).toContain(said)
    }
    expect(SMALL_PRINT).toHaveLength(pages.length)
  })

  it('are for managers alone', async () => {
    const { id: tenant } = await factories(payload()).tenant()
    const user = await factories(payload()).user({ roles: ['instructor'], tenant })
    expect((await write(tenant, user)).status).toBe(403)
  })
})

describe('what a buyer accepts', () => {
  const accepted = async (tenant: string, order: unknown) =>
    (
      await see<{ accepted: null | { slug: string; version: string }[]; at: null | string }>(
        tenant,
        sql`select accepted, accepted_at as at from orders where id = ${order}`,
      )
    )[0]

  it('is kept on the order: the published pages with their versions, and nothing where there are none', async () => {
    const make = commerceFactories(payload())
    const { offer, tenant } = await make.shop()
    const place = async () => {
      const user = { ...(await make.buyer(tenant)), emailVerified: true }
      const { body } = await call(checkout, { data: { items: [{ offer }] }, tenant, user })

      return accepted(tenant, (body as { order: string }).order)
    }
    expect(await place()).toEqual({ accepted: null, at: null })
    const { id } = await factories(payload()).page({ slug: 'terms', tenant, title: 'Terms' })
    await factories(payload()).page({ slug: 'privacy', _status: 'draft', tenant })
    const first = await place()
    expect(first?.accepted).toMatchObject([{ slug: 'terms', title: 'Terms' }])
    expect(first?.at).not.toBeNull()
    await asTenant(tenant, () =>
      payload().update({
        id,
        collection: 'pages',
        data: { _status: 'published', title: 'New terms' },
        overrideAccess: true,
      }),
    )
    const second = await place()
    expect(second?.accepted).toMatchObject([{ slug: 'terms', title: 'New terms' }])
    expect(second?.accepted?.[0]?.version).not.toBe(first?.accepted?.[0]?.version)
  })
})
