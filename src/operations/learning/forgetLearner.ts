import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

type Given = { learner: string; req: PayloadRequest; tenant: string }

/**
 * Erases what a learner watched, answered under their name, handed in and wrote, and closes their places in courses. The places
 * themselves stay, without a person: orders and certificates refer to them.
 */
export const forgetLearner = async ({ learner, req, tenant }: Given): Promise<void> => {
  await rows(req, sql`delete from submissions where learner_id = ${learner}`)
  const files = await rows<{ id: string }>(
    req,
    sql`delete from submission_files where learner_id = ${learner} returning id`,
  )
  for (const { id } of files) {
    await announce({ data: { file: id }, fact: 'submissionFile.removed', req, tenant })
  }
  await rows(req, sql`delete from learner_notes where learner_id = ${learner}`)
  await rows(req, sql`delete from survey_answers where learner_id = ${learner}`)
  await rows(req, sql`delete from place_requests where learner_id = ${learner}`)
  await rows(req, sql`delete from waitlist_entries where learner_id = ${learner}`)
  await rows(req, sql`delete from booking_steps where learner_id = ${learner}`)
  await rows(req, sql`delete from regrades where learner_id = ${learner}`)
  await rows(req, sql`delete from quiz_attempts where learner_id = ${learner}`)
  await rows(
    req,
    sql`delete from lesson_releases where enrollment_id in (select id from enrollments where learner_id = ${learner})`,
  )
  await rows(
    req,
    sql`delete from enrollment_changes where enrollment_id in (select id from enrollments where learner_id = ${learner})`,
  )
  await rows(
    req,
    sql`delete from quiz_allowances where enrollment_id in (select id from enrollments where learner_id = ${learner})`,
  )
  await rows(req, sql`delete from video_plays where account_id = ${learner}`)
  await rows(req, sql`delete from document_copies where account_id = ${learner}`)
  await rows(
    req,
    sql`update video_traffic set viewer = 'erased-' || id where viewer = ${learner}::text`,
  )
  await rows(
    req,
    sql`update incoming_files set filename = '–', updated_at = now() where account_id = ${learner}`,
  )
  await rows(req, sql`delete from progress where learner_id = ${learner}`)
  await rows(
    req,
    sql`update enrollments set status = 'revoked', updated_at = now()
        where learner_id = ${learner} and status <> 'revoked'`,
  )
  const reviews = await rows<{ id: string }>(
    req,
    sql`delete from reviews where learner_id = ${learner} returning id`,
  )
  for (const { id } of reviews) {
    await announce({ data: { review: id }, fact: 'review.withdrawn', req, tenant })
    await announce({ data: { id, collection: 'reviews' }, fact: 'content.changed', req, tenant })
  }
}
