import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { fitText, FLOOD, neededText } from '@/domain/community/posts'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { Room } from './room'

/** What became of something that was sent: kept under an id, now or when it came before; or how many seconds to wait. */
export type Kept = { id: string } | { wait: number }

type Given = { body: string; key: string; req: PayloadRequest; room: Room; tenant: string }

/** The space of a cohort; made by whoever needs it first, however many need it at once. */
const spaceOf = async ({ req, room, tenant }: Pick<Given, 'req' | 'room' | 'tenant'>) => {
  const made =
    room.space ??
    (
      await row<{ id: string }>(
        req,
        sql`insert into spaces (id, tenant_id, kind, cohort_id, course_id)
            values (uuidv7(), ${tenant}, 'cohort', ${room.cohort.id}, ${room.course.id})
            on conflict (tenant_id, cohort_id) do update set updated_at = spaces.updated_at returning id`,
      )
    )?.id
  if (!made) {
    throw new Error('A cohort has no space.')
  }

  return made
}

/** Has everything that one person writes in a space at once wait in line, until the caller's transaction ends. */
const takeTurn = ({
  req,
  room: { me },
  space,
  tenant,
}: Pick<Given, 'req' | 'room' | 'tenant'> & { space: string }) =>
  rows(
    req,
    sql`insert into space_members (id, tenant_id, space_id, member_id)
        values (uuidv7(), ${tenant}, ${space}, ${me})
        on conflict (tenant_id, space_id, member_id) do update set updated_at = now()`,
  )

/** Seconds until the person may write in the space again; 0 where they may now. */
const waitOf = async ({
  req,
  room: { me },
  space,
}: Pick<Given, 'req' | 'room'> & { space: string }): Promise<number> => {
  const of = (table: SQL) =>
    sql`select w.created_at from ${table} w where w.space_id = ${space} and w.author_id = ${me}
        and w.created_at > now() - make_interval(secs => ${FLOOD.seconds})`
  const found = await row<{ count: number; wait: number }>(
    req,
    sql`select count(*)::int as count,
          greatest(1, ceil(${FLOOD.seconds} - extract(epoch from now() - min(w.created_at))))::int as wait
        from (${of(sql`posts`)} union all ${of(sql`comments`)}) w`,
  )

  return found && found.count >= FLOOD.most ? found.wait : 0
}

/** What this person wrote under the key before. */
const before = (
  table: SQL,
  { key, req, room: { me } }: Pick<Given, 'key' | 'req' | 'room'>,
): Promise<undefined | { id: string }> =>
  row(req, sql`select id from ${table} where author_id = ${me} and key = ${key}`)

/** Whoever writes a post or answers it follows it, unless they said otherwise. */
const follow = ({
  post,
  req,
  room: { me },
  tenant,
}: Pick<Given, 'req' | 'room' | 'tenant'> & { post: string }) =>
  rows(
    req,
    sql`insert into post_follows (id, tenant_id, post_id, member_id, is_following)
        values (uuidv7(), ${tenant}, ${post}, ${me}, true)
        on conflict (tenant_id, post_id, member_id) do nothing`,
  )

/**
 * Writes a post, once for a client's key; the first of a cohort makes its space. Throws textTooLong and textMissing. Runs
 * in the caller's transaction.
 */
export const writePost = async ({
  title: givenTitle,
  ...given
}: Given & { title: string }): Promise<Kept> => {
  const [title, body] = [fitText('title', givenTitle), neededText('body', given.body)]
  const { key, req, room, tenant } = given
  const space = await spaceOf(given)
  await takeTurn({ ...given, space })
  const kept = await before(sql`posts`, given)
  const wait = kept ? 0 : await waitOf({ ...given, space })
  if (kept ?? wait) {
    return kept ?? { wait }
  }
  const written = await row<{ id: string }>(
    req,
    sql`insert into posts (id, tenant_id, space_id, author_id, title, body, key, is_pinned, is_locked, last_activity_at, created_at)
        values (uuidv7(), ${tenant}, ${space}, ${room.me}, ${title || null}, ${body}, ${key}, false, false, clock_timestamp(), clock_timestamp())
        returning id`,
  )
  if (!written) {
    throw new Error('A post was not written.')
  }
  await follow({ post: written.id, req, room, tenant })
  await announce({ data: { post: written.id }, fact: 'post.written', req, tenant })

  return written
}

/** Holds a post as it is until the caller's transaction ends; throws postRemoved and postLocked. */
const holdOpen = async (req: PayloadRequest, post: string): Promise<void> => {
  const held = await row<{ isLocked: boolean; isRemoved: boolean }>(
    req,
    sql`select is_locked as "isLocked", removed_at is not null as "isRemoved" from posts where id = ${post} for update`,
  )
  if (!held || held.isRemoved) {
    throw new RuleError('postRemoved')
  }
  if (held.isLocked) {
    throw new RuleError('postLocked')
  }
}

/**
 * Answers a post, once for a client's key. Throws textTooLong, textMissing, postRemoved and postLocked: a post that is
 * removed or locked at the same time is either answered before, or not at all. Runs in the caller's transaction.
 */
export const writeComment = async ({ post, ...given }: Given & { post: string }): Promise<Kept> => {
  const body = neededText('body', given.body)
  const { key, req, room, tenant } = given
  const space = await spaceOf(given)
  await takeTurn({ ...given, space })
  const kept = await before(sql`comments`, given)
  if (kept) {
    return kept
  }
  await holdOpen(req, post)
  const wait = await waitOf({ ...given, space })
  if (wait) {
    return { wait }
  }
  const written = await row<{ id: string }>(
    req,
    sql`with written as (
          insert into comments (id, tenant_id, space_id, post_id, author_id, body, key, created_at)
          values (uuidv7(), ${tenant}, ${space}, ${post}, ${room.me}, ${body}, ${key}, clock_timestamp())
          returning id, created_at),
        moved as (
          update posts p set last_activity_at = greatest(p.last_activity_at, w.created_at) from written w where p.id = ${post})
        select id from written`,
  )
  if (!written) {
    throw new Error('A reply was not written.')
  }
  await follow({ post, req, room, tenant })
  await announce({ data: { comment: written.id }, fact: 'comment.written', req, tenant })

  return written
}
