import type { PayloadRequest } from 'payload'

import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'

import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { deviceOf } from '@/domain/identity/devices'
import { codeOf } from '@/domain/media/streams'

/** A watching in which nothing was sent for so long goes on no more, until something is. */
const QUIET = sql`interval '60 seconds'`

/** A device that was not watched on for so long is forgotten. */
const REMEMBERED = sql`interval '30 days'`

/** What a school allows of an account's watching; null is no limit. */
export type Allowed = { devices: null | number; streams: null | number }

export type Watching = {
  account: string
  device: string
  lesson: string
  req: PayloadRequest
  tenant: string
  video: string
}

/** The watchings `p` of an account on other devices that go on. */
const others = ({ account, device }: Pick<Watching, 'account' | 'device'>) =>
  sql`video_plays p where p.account_id = ${account}::uuid and p.device <> ${device}
    and p.stopped_at is null and p.seen_at > now() - ${QUIET}`

/** Two at once of one account come one after the other. */
const inTurn = async ({ account, req }: Pick<Watching, 'account' | 'req'>): Promise<void> => {
  await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${`plays:${account}`}, 0))`)
}

/** Throws tooManyStreams with where else they are; or stops those first, where that is `instead` of them. */
const makeRoom = async ({
  instead,
  most,
  ...watching
}: Watching & { instead: boolean; most: number }): Promise<void> => {
  const found = await rows<{ agent: null | string; device: string; since: string }>(
    watching.req,
    sql`select distinct on (p.device) p.device, p.agent, to_json(p.since) #>> '{}' as since
        from ${others(watching)} order by p.device, p.seen_at desc`,
  )
  if (found.length < most) {
    return
  }
  if (!instead) {
    const elsewhere = found.map(({ agent, since }) => ({ ...deviceOf(agent), since }))
    throw new RuleError('tooManyStreams', { elsewhere, most })
  }
  await rows(
    watching.req,
    sql`update video_plays set stopped_at = now(), updated_at = now()
        where id in (select p.id from ${others(watching)})`,
  )
}

/** Throws tooManyDevices on one more than allowed; who has just signed in has it take the place of the one used least lately. */
const admitDevice = async ({
  isFresh,
  most,
  ...watching
}: Watching & { isFresh: boolean; most: number }): Promise<void> => {
  const known = await rows<{ device: string }>(
    watching.req,
    sql`select p.device from video_plays p where p.account_id = ${watching.account}::uuid and p.device is not null
          and p.seen_at > now() - ${REMEMBERED} group by p.device order by max(p.seen_at) desc`,
  )
  const before = known.map(({ device }) => device)
  if (before.includes(watching.device) || before.length < most) {
    return
  }
  if (!isFresh) {
    throw new RuleError('tooManyDevices', { most })
  }
  await rows(
    watching.req,
    sql`update video_plays set stopped_at = coalesce(stopped_at, now()), device = null, updated_at = now()
        where account_id = ${watching.account}::uuid
          and device in (select jsonb_array_elements_text(${JSON.stringify(before.slice(most - 1))}::jsonb))`,
  )
}

/** One watching: its row, and the code by which a picture of it leads back to the account. */
export type Play = { code: string; id: string }

/**
 * Begins a watching, or goes on with the one of the same account, video and device that was not stopped. Throws
 * tooManyStreams and tooManyDevices, in which nothing is written.
 */
export const takePlay = (
  watching: Watching & {
    agent: null | string
    allowed: Allowed
    instead: boolean
    isFresh: boolean
  },
): Promise<Play> =>
  inTransaction(watching.req, async () => {
    const { account, agent, allowed, device, instead, isFresh, lesson, req, tenant, video } =
      watching
    await inTurn(watching)
    if (allowed.devices !== null) {
      await admitDevice({ ...watching, isFresh, most: allowed.devices })
    }
    if (allowed.streams !== null) {
      await makeRoom({ ...watching, instead, most: allowed.streams })
    }
    const going = await row<Play>(
      req,
      sql`update video_plays p set since = case when seen_at > now() - ${QUIET} then since else now() end, seen_at = now(), lesson_id = ${lesson}
          where id = (select id from video_plays where account_id = ${account}::uuid and device = ${device} and video = ${video}
            and stopped_at is null and created_at > now() - interval '1 day' order by id desc limit 1)
          returning id, code`,
    )

    return (
      going ??
      (await begin({
        account,
        agent,
        code: codeOf(randomBytes(8)),
        device,
        lesson,
        req,
        tenant,
        video,
      }))
    )
  })

const begin = async ({
  account,
  agent,
  code,
  device,
  lesson,
  req,
  tenant,
  video,
}: Watching & { agent: null | string; code: string }): Promise<Play> => {
  const made = await row<Play>(
    req,
    sql`insert into video_plays (id, tenant_id, account_id, lesson_id, video, device, agent, code, since, seen_at)
        values (uuidv7(), ${tenant}, ${account}, ${lesson}, ${video}, ${device}, ${agent}, ${code}, now(), now())
        returning id, code`,
  )
  if (!made) {
    throw new Error('A watching was not written.')
  }

  return made
}

/**
 * Why a watching may not go on: it was stopped for another, or comes back to where others of the account have begun
 * since, as many as are allowed. Null where it may.
 */
export const refusedPlay = async ({
  account,
  device,
  play,
  req,
}: Pick<Watching, 'account' | 'device' | 'req'> & { play: string }): Promise<
  'elsewhere' | 'stopped' | null
> => {
  const found = await row<{ isFull: boolean; isStopped: boolean }>(
    req,
    sql`select m.stopped_at is not null as "isStopped", m.seen_at <= now() - ${QUIET} and exists (
          select 1 from tenants t where t.id = m.tenant_id and t.settings_playback_streams <= (
            select count(distinct p.device) from ${others({ account, device })})) as "isFull"
        from video_plays m where m.id = ${play}::uuid and m.account_id = ${account}::uuid and m.device = ${device}`,
  )
  if (!found || found.isStopped) {
    return 'stopped'
  }

  return found.isFull ? 'elsewhere' : null
}
