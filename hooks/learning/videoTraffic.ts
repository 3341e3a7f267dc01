import type { ScheduledTask } from '@hooks/events/reaction'
import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { managersToTell } from '@/operations/identity/managersToTell'
import { unusualViewers } from '@/operations/learning/videoTraffic'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'

/** Tells owners and admins of who is sent far more video than is usual, once for each viewer and day. */
export const tellOfUnusualTraffic = async ({
  now,
  req,
  tenant,
}: {
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const viewers = await unusualViewers({ now, req })
  const school = viewers.length > 0 ? await schoolOf({ req, tenant }) : null
  if (!school) {
    return
  }
  const day = now.toISOString().slice(0, 10)
  const managers = await managersToTell(req)
  await queueEmails({
    emails: viewers.flatMap(({ name: student, bytes, usual, viewer }) =>
      managers.map(({ id, name, email, locale }) => ({
        data: {
          name,
          bytes,
          day,
          student: student ?? viewer,
          url: `${school.origin}/admin/collections/video-plays`,
          usual: usual ?? 0,
        },
        key: `unusualTraffic:${day}:${viewer}:${id}`,
        locale: locale ?? school.locale,
        template: 'unusualTraffic' as const,
        to: email,
      })),
    ),
    req,
    urgency: 'prompt',
  })
}

const DAY = 24 * 3_600_000

/** Looks at what was sent today, and yesterday, of which logs of a content delivery network tell late, in every school that sent anything. */
export const lookAtTrafficOften: ScheduledTask = {
  name: 'lookAtVideoTraffic',
  cron: '*/10 * * * *',
  run: async ({ req: { payload } }) => {
    const today = new Date()
    for (const now of [today, new Date(today.getTime() - DAY)]) {
      const { rows } = await systemPool().query<{ tenant: string }>(
        'select distinct tenant_id as tenant from video_traffic where day = $1',
        [now.toISOString().slice(0, 10)],
      )
      for (const { tenant } of rows) {
        await asTenant(tenant, async () =>
          tellOfUnusualTraffic({ now, req: await createLocalReq({}, payload), tenant }),
        )
      }
    }
  },
}
