import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { sessionToken } from '@/adapters/auth/instance'
import { row } from '@/database/transaction'
import { bareHost } from '@/domain/tenancy/hosts'
import { newId } from '@/newId'
import { isFreshSession } from '@/operations/identity/sessions'
import { originOf } from '@/operations/tenancy/origins'

import type { SessionUser } from '@/operations/identity/session'

import type { Asker } from './asker'
import type { PreparedVideo } from './lessonMedia'
import type { FilmAddresses } from './streams/addresses'
import type { Allowed, Play } from './streams/plays'

import { addressesOf } from './streams/addresses'
import { GRANTED_FOR, sealGrant, sessionName } from './streams/grants'
import { takePlay } from './streams/plays'

/** How lately somebody must have signed in to have a new device take an old one's place, in ms. */
const FRESH = 15 * 60_000

/** What a player is told of a video that it may play; `watermark` is what moves over the picture. */
export type OpenedVideo = FilmAddresses & {
  watermark: { code: string; name: string } | null
}

type Settings = Allowed & { hasMark: boolean; name: null | string }

const settingsOf = async (req: PayloadRequest, { learner }: Asker, tenant: string) =>
  (await row<Settings>(
    req,
    sql`select t.settings_playback_streams::float8 as streams, t.settings_playback_devices::float8 as devices,
          t.settings_playback_watermark is true as "hasMark",
          (select coalesce(nullif(trim(u.name), ''), u.email) from users u where u.id = ${learner}::uuid) as name
        from tenants t where t.id = ${tenant}`,
  )) ?? { name: null, devices: null, hasMark: false, streams: null }

/** The id of the session's device, or a new one. */
export type Opening = {
  asker: Asker
  device: string
  /** Whether watching elsewhere is to end. */
  instead: boolean
  lesson: string
  media: { id: string }
  now?: Date
  req: PayloadRequest
  tenant: string
  video: PreparedVideo
}

/**
 * Lets somebody who may open a lesson watch its video: the addresses, and the grant without which they answer nothing. Authors are
 * not held to the number of streams and devices, and of staff who see the school as a learner does no watching is kept. Throws tooManyStreams and tooManyDevices.
 */
export const openVideoOf = async ({
  asker,
  device,
  instead,
  lesson,
  media,
  now = new Date(),
  req,
  tenant,
  video,
}: Opening): Promise<{ grant: string; opened: OpenedVideo }> => {
  const { name, hasMark, ...allowed } = await settingsOf(req, asker, tenant)
  const { learner: account } = asker
  const session = sessionName(sessionOf(req, tenant))
  const isLearner = account !== null && !(req.user as null | Partial<SessionUser>)?.view
  const play: Play = isLearner
    ? await takePlay({
        account,
        agent: req.headers.get('user-agent')?.slice(0, 300) ?? null,
        allowed: asker.isAuthor ? { devices: null, streams: null } : allowed,
        device,
        instead,
        isFresh: await isFreshSession({ account, now, req, tenant, within: FRESH }),
        lesson,
        req,
        tenant,
        video: media.id,
      })
    : { id: newId(), code: '' }
  const until = now.getTime() + GRANTED_FOR

  return {
    grant: sealGrant(
      { account: account ?? '', device, lesson, play: play.id, session, until, video: media.id },
      tenant,
    ),
    opened: {
      ...(await addressesOf({ id: media.id, play: play.id, tenant, until, video })),
      watermark: hasMark && isLearner && name ? { name, code: play.code } : null,
    },
  }
}

/** Lets somebody of the staff look at a file of the school by itself: no lesson, no watching that is kept, no mark. */
export const openFileOf = async ({
  account,
  device,
  file,
  now = new Date(),
  req,
  tenant,
  video,
}: Pick<Opening, 'device' | 'now' | 'req' | 'tenant' | 'video'> & {
  account: string
  file: string
}): Promise<{ grant: string; opened: OpenedVideo }> => {
  const until = now.getTime() + GRANTED_FOR
  const session = sessionName(sessionOf(req, tenant))
  const play = newId()

  return {
    grant: sealGrant({ account, device, lesson: '', play, session, until, video: file }, tenant),
    opened: { ...(await addressesOf({ id: file, play, tenant, until, video })), watermark: null },
  }
}

const sessionOf = ({ headers }: PayloadRequest, tenant: string): null | string =>
  sessionToken({ headers, origin: originOf(bareHost(headers.get('host') ?? '')), tenant })
