import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { shortCode } from '@/domain/certificates/shortCodes'
import { newId } from '@/newId'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

import { shortLinkTo } from './shortLinks'

const payload = testPayload()

const follow = (tenant: string, id: string) =>
  asTenant(tenant, async () => shortLinkTo({ code: shortCode(id), req: await requestOf() }))

describe('a short link', () => {
  it('leads to its course wherever it has moved, in its own school alone, while it is published', async () => {
    const make = classrooms(payload())
    const { slug, course, tenant } = await make.classroom()
    const { id: other } = await make.tenant()
    expect(await follow(tenant, course)).toBe(`/courses/${slug}`)
    expect(await follow(other, course)).toBeNull()
    await asTenant(tenant, () =>
      payload().update({
        id: course,
        collection: 'courses',
        data: { slug: 'moved', _status: 'published' },
        overrideAccess: true,
      }),
    )
    expect(await follow(tenant, course)).toBe('/courses/moved')
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update courses set _status = 'draft' where id = ${course}`),
    )
    expect(await follow(tenant, course)).toBeNull()
  })

  it('leads to its certificate', async () => {
    const { tenant } = await classrooms(payload()).classroom()
    const [id, serial] = [newId(), newId()]
    await asTenant(tenant, async () =>
      rows(
        await requestOf(),
        sql`insert into certificates (id, tenant_id, number, learner_name, course_title, enrollment_id, learner_id, course_id, serial, issued_at)
            select ${id}, ${tenant}, 'C-1', 'Mia', 'A course', e.id, e.learner_id, e.course_id, ${serial}, now()
            from enrollments e limit 1`,
      ),
    )
    expect(await follow(tenant, id)).toBe(`/certificates/${serial}`)
    expect(await follow(tenant, newId())).toBeNull()
  })
})
