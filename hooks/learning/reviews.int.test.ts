import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { planted } from '@/test/factories/reviews'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()

const reviewed = async () => {
  const { course, tenant } = await classrooms(payload()).classroom()
  const { id } = await planted(payload()).review({ course, tenant })
  const owner = await classrooms(payload()).user({ roles: ['owner'], tenant })
  const moderate = (data: object) =>
    asTenant(tenant, async () =>
      payload().update({
        id,
        collection: 'reviews',
        data,
        depth: 0,
        overrideAccess: false,
        req: await requestOf(owner),
        user: { ...owner, collection: 'users' },
      }),
    )

  return { id, moderate, owner, tenant }
}

describe('moderating a review', () => {
  it('hides it with a reason, and writes down who did', async () => {
    const { id, moderate, owner, tenant } = await reviewed()
    await expect(moderate({ hiddenReason: ' ', status: 'hidden' })).rejects.toThrow()
    const hidden = await moderate({ hiddenReason: 'Names a minor.', status: 'hidden' })

    expect(hidden).toMatchObject({ moderatedBy: owner.id, status: 'hidden' })
    const journal = await asTenant(tenant, async () =>
      rows(
        await requestOf(),
        sql`select data, actor_id as actor from events where fact = 'review.moderated'`,
      ),
    )
    expect(journal).toEqual([{ actor: owner.id, data: { review: id, status: 'hidden' } }])
    expect(await moderate({ status: 'published' })).toMatchObject({
      hiddenReason: null,
      status: 'published',
    })
  })

  it('answers it, and changes nothing that its writer said', async () => {
    const { moderate } = await reviewed()
    const answered = await moderate({ reply: 'Thank you.', stars: 1, text: 'Bad.' })

    expect(answered).toMatchObject({ reply: 'Thank you.', stars: 5, text: 'Good.' })
    expect(answered.repliedAt).toEqual(expect.any(String))
    expect((await moderate({ reply: '' })).repliedAt).toBeNull()
  })
})
