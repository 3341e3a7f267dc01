import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { bankOf } from '@/test/factories/bank'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()

describe('a write that asks for some fields of its answer', () => {
  it('is made whole, with all that follows from it', async () => {
    const tenant = (await factories(payload()).tenant()).id
    const bank = await bankOf(payload(), tenant)
    const { id } = await bank.add({ prompt: 'First', tags: 'light' })
    const { id: course } = await factories(payload()).course({ tenant })
    const announced = await asTenant(tenant, async () => {
      const req = await requestOf(bank.author)
      await payload().update({
        id: course,
        collection: 'courses',
        data: { _status: 'published', summary: 'Short' },
        overrideAccess: true,
        req,
        select: { title: true },
      })
      await payload().update({
        id,
        collection: 'bank-questions',
        data: { question: [{ ...QUESTION, prompt: 'Second' }] } as never,
        overrideAccess: false,
        req,
        select: { tags: true },
      })

      return rows(
        req,
        sql`select id from events where fact = 'content.changed' and data ->> 'id' = ${course}`,
      )
    })

    expect(announced.length).toBeGreaterThan(0)
    expect(
      await asTenant(tenant, async () =>
        rows(
          await requestOf(),
          sql`select number::int as number from bank_versions where question_id = ${id} order by number`,
        ),
      ),
    ).toEqual([{ number: 1 }, { number: 2 }])
  })
})

const QUESTION = {
  answers: [
    { isRight: true, text: 'Yes' },
    { isRight: false, text: 'No' },
  ],
  blockType: 'singleChoice',
  points: 1,
}
