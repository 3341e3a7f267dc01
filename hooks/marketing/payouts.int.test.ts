import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { announce } from '@hooks/events/announce'

const payload = testPayload()

/** Says of a payout that it arrived or came back, twice, and answers the mails that came of it. */
const told = async (status: 'failed' | 'paid', { isOfSchool = false } = {}) => {
  const make = factories(payload())
  const { id: tenant } = await make.tenant()
  const owner = await make.user({ roles: ['owner'], tenant })
  const teacher = await make.user({ roles: ['instructor'], tenant })
  const person = isOfSchool ? null : teacher.id
  await asTenant(tenant, async () => {
    const req = await requestOf()
    const made = await row<{ id: string }>(
      req,
      sql`insert into payouts (id, tenant_id, holder, person_id, amount, currency, status, failure, provider, provider_account)
          values (uuidv7(), ${tenant}, ${person ?? 'school'}, ${person}::uuid, 1900, 'USD', ${status}::enum_payouts_status,
            ${status === 'failed' ? 'The account was closed.' : null}, 'test', 'acct_1')
          returning id`,
    )
    for (let time = 0; time < 2; time += 1) {
      await inTransaction(req, () =>
        announce({ data: { payout: made?.id ?? '' }, fact: `payout.${status}`, req, tenant }),
      )
    }
  })
  await settle()
  const mails = await asTenant(tenant, async () =>
    rows<{ kind: string; reason: null | string; to: string; url: string }>(
      await requestOf(),
      sql`select kind, "to", data ->> 'reason' as reason, data ->> 'url' as url from emails where kind like 'payout%'`,
    ),
  )

  return { mails, owner, teacher }
}

describe('a payout', () => {
  it('that arrived is told once to whoever earned it', async () => {
    const { mails, teacher } = await told('paid')

    expect(mails).toEqual([
      {
        kind: 'payoutPaid',
        reason: null,
        to: teacher.email,
        url: expect.stringMatching(/\/account\/earnings$/),
      },
    ])
  })

  it('that came back is told with its reason', async () => {
    const { mails, teacher } = await told('failed')

    expect(mails).toMatchObject([
      { kind: 'payoutFailed', reason: 'The account was closed.', to: teacher.email },
    ])
  })

  it('to the school itself is told to its owners', async () => {
    const { mails, owner } = await told('failed', { isOfSchool: true })

    expect(mails).toMatchObject([
      { to: owner.email, url: expect.stringMatching(/\/admin\/collections\/payouts$/) },
    ])
  })
})
