import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Lock } from '@/domain/learning/locks'

import { row } from '@/database/transaction'

import type { Asker } from './asker'

import { lockFor, placeOf, showable, VISIBLE } from './outline'

type Media = { filename: string; id: string; tenant: string }
type Read = { isEnrolled: boolean; isPreview: boolean; media: Media }

/**
 * The file of a lesson's video, and whether it is closed to the asker, in one statement. Null where
 * there is no such lesson or it has no video.
 */
export const lessonVideo = async ({
  asker,
  lesson,
  req,
}: {
  asker: Asker
  lesson: string
  req: PayloadRequest
}): Promise<null | { lock: Lock; media: Media }> => {
  const read = await row<Read>(
    req,
    sql`select json_build_object('id', m.id, 'filename', m.filename, 'tenant', m.tenant_id) as media,
          e.id is not null as "isEnrolled", coalesce(l.is_preview, false) as "isPreview"
        from lessons l
        join courses c on c.id = l.course_id
        join media m on m.id = l.video_id
        ${placeOf(asker)}
        where l.id = ${lesson} and l.kind = 'video' and ${VISIBLE} and ${showable(asker)}`,
  )

  return read
    ? { lock: lockFor(read, { asker, isEnrolled: read.isEnrolled }), media: read.media }
    : null
}
