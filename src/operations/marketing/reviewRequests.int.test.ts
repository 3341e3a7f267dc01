import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asPlatform, asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { planted } from '@/test/factories/reviews'
import { requestOf, settle, testPayload } from '@/test/harness'

import { askForReviews } from './reviewRequests'

const payload = testPayload()
const DAY = 86_400_000
const NOW = new Date('2026-06-10T12:00:00Z')

const inSchool = <T>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<T>(await requestOf(), statement))
const ask = (now = NOW) => asPlatform(() => askForReviews({ now, payload: payload() }))
const asked = (tenant: string) =>
  inSchool<{ locale: string; subject: string; text: string; to: string }>(
    tenant,
    sql`select "to", locale, subject, text from emails where kind = 'reviewRequest' order by id`,
  )

/** Somebody who finished a course so many days ago. */
const graduate = async (days: number) => {
  const room = await classrooms(payload()).classroom()
  const at = new Date(NOW.getTime() - days * DAY).toISOString()
  await inSchool(
    room.tenant,
    sql`update enrollments set completed_at = ${at}, percent = 100 where course_id = ${room.course}`,
  )

  return room
}
const set = (tenant: string, settings: object) =>
  asPlatform(async () => {
    const { settings: held } = await payload().findByID({
      id: tenant,
      collection: 'tenants',
      depth: 0,
      overrideAccess: true,
    })

    return payload().update({
      id: tenant,
      collection: 'tenants',
      data: { settings: { ...held, reviewRequests: settings } },
      overrideAccess: true,
    })
  })

describe('asking for a review', () => {
  it('is done once, three days after the course, in the learner’s language, with the way there', async () => {
    const { slug, learner, tenant } = await graduate(3)
    await inSchool(tenant, sql`update users set locale = 'ru' where id = ${learner.id}`)
    await Promise.all([ask(), ask(), ask()])
    await ask(new Date(NOW.getTime() + DAY))
    await settle()

    const mails = await asked(tenant)
    expect(mails).toMatchObject([{ locale: 'ru', to: learner.email }])
    expect(mails[0]?.text).toContain(`/courses/${slug}#reviews`)
  })

  it.each([2, 34])('is not done %i days after it', async (days) => {
    const { tenant } = await graduate(days)
    await ask()
    expect(await asked(tenant)).toEqual([])
  })

  it('follows the school: later, or never', async () => {
    const [later, never] = [await graduate(5), await graduate(5)]
    await set(later.tenant, { days: 7, isOn: true })
    await set(never.tenant, { days: 3, isOn: false })
    await ask()
    expect(await asked(later.tenant)).toEqual([])
    await ask(new Date(NOW.getTime() + 3 * DAY))
    expect(await asked(later.tenant)).toHaveLength(1)
    expect(await asked(never.tenant)).toEqual([])
  })

  it('spares those who wrote one, who were suspended, or whose course is not there', async () => {
    const [wrote, suspended, revoked, gone] = [
      await graduate(4),
      await graduate(4),
      await graduate(4),
      await graduate(4),
    ]
    await planted(payload()).review({
      course: wrote.course,
      learner: wrote.learner.id,
      tenant: wrote.tenant,
    })
    await inSchool(suspended.tenant, sql`update users set status = 'suspended'`)
    await inSchool(revoked.tenant, sql`update enrollments set status = 'revoked'`)
    await inSchool(gone.tenant, sql`update courses set deleted_at = now()`)
    await ask()

    for (const { tenant } of [wrote, suspended, revoked, gone]) {
      expect(await asked(tenant)).toEqual([])
    }
  })
})
