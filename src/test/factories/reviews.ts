import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { requestOf } from '@/test/harness'

import { classrooms } from './learning'

/** Rows that learners would have written. */
export const planted = (payload: Payload) => ({
  /** A review by a learner of its own, who is enrolled in the course. */
  review: async ({
    course,
    learner,
    stars = 5,
    status = 'published',
    tenant,
    text = 'Good.',
  }: {
    course: string
    learner?: string
    stars?: number
    status?: 'hidden' | 'published'
    tenant: string
    text?: string
  }): Promise<{ id: string; learner: string }> => {
    const make = classrooms(payload)
    const writer = learner ?? (await make.user({ tenant })).id
    await make.enrolled({ course, learner: writer, tenant })

    return asTenant(tenant, async () => {
      const made = await row<{ id: string }>(
        await requestOf(),
        sql`insert into reviews (id, tenant_id, course_id, learner_id, stars, text, status, hidden_reason)
            values (uuidv7(), ${tenant}, ${course}, ${writer}, ${stars}, ${text}, ${status},
              ${status === 'hidden' ? 'Not about the course.' : null}) returning id`,
      )

      return { id: made?.id ?? '', learner: writer }
    })
  },
})
