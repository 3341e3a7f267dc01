import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

export type CaptionedFilm = { filename: string; mimeType: string }

/** The film or the recording that a file of captions belongs to, by a lesson that holds both; null where there is none. */
export const captionedFilm = async ({
  captions,
  req,
}: {
  captions: string
  req: PayloadRequest
}): Promise<CaptionedFilm | null> =>
  (await row<CaptionedFilm>(
    req,
    sql`select m.filename, m.mime_type as "mimeType" from lessons l
        join media m on m.id = case when l.kind = 'audio' then l.audio_id else l.video_id end
        where l.captions @> ${JSON.stringify([{ file: captions }])}::jsonb and l.deleted_at is null and m.filename is not null
        order by l.id limit 1`,
  )) ?? null
