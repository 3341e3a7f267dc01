import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { KeptDrmAccount } from '@/adapters/drm'
import type { HostTenant } from '@/database/hosts'

import { sessionToken } from '@/adapters/auth/instance'
import { isSameOrigin } from '@/operations/identity/origin'
import { sessionUser } from '@/operations/identity/session'
import { isStaffSession } from '@/operations/identity/staffSession'
import { mayLookAtFiles } from '@/operations/media/library'
import { videoSecret } from '@/operations/media/segmentKey'

import type { Grant } from './streams/grants'

import { askerOf } from './asker'
import { lessonMediaOf, preparedVideo } from './lessonMedia'
import { GRANT_COOKIE, grantIn, sessionName } from './streams/grants'
import { refusedPlay } from './streams/plays'

/** The cookie that tells one browser from another. */
export const DEVICE_COOKIE = 'device'

const cookieIn = (headers: Headers, name: string): null | string =>
  headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

/** The device that a request comes from; null where it has no name yet. */
export const deviceIn = (headers: Headers): null | string => {
  const device = cookieIn(headers, DEVICE_COOKIE) ?? ''

  return /^[\da-f-]{36}$/.test(device) ? device : null
}

/** Why nothing is sent: there is no grant that holds here; or it did, and what it stood for has ended. */
export type Refusal = 'ended' | 'locked' | 'noGrant' | 'tooManyStreams'

/** That something may be sent, for whom, and the secret of the video's keys. */
export type Admission = {
  account: null | string
  /** Who gives out licences, where it plays by them alone. */
  licences: KeptDrmAccount | null
  play: string
  run: string
  secret: Buffer
}

/** Whoever asks for a file of a video's stream. */
type Asking = {
  headers: Headers
  now: number
  origin: string
  tenant: HostTenant
  video: string
}

/** The grant with which something is asked, where it is of this school, video, session and device and its time is not over. */
const grantOf = ({ headers, now, origin, tenant, video }: Asking): Grant | null => {
  const token = cookieIn(headers, GRANT_COOKIE)
  const grant = token ? grantIn({ now, tenant: tenant.id, token }) : null
  if (grant?.video !== video || grant.device !== deviceIn(headers)) {
    return null
  }
  const session = sessionToken({ headers, origin, tenant: tenant.id })

  return grant.session === sessionName(session) && isSameOrigin({ headers, origin }) ? grant : null
}

/** How long an answer of the database is good for, in ms: what ends, ends within a minute of it. */
const ASKED_AGAIN = 20_000

type Known = { at: number; found: Promise<Admission | Refusal> }

/** Watchings known at a time, by play and video; the oldest are asked for again. */
const MOST_KNOWN = 20_000

const known = new Map<string, Known>()

/**
 * Whether a file of a video may be sent: by what its cookies prove, and by what the database said of account, lesson and
 * watching no longer than twenty seconds ago. Works in the scope of the school.
 */
export const admitted = async ({
  payload,
  ...asking
}: Asking & { payload: Payload }): Promise<Admission | Refusal> => {
  const grant = grantOf(asking)
  if (!grant) {
    return 'noGrant'
  }
  const key = `${grant.play} ${grant.lesson} ${grant.session}`
  const held = known.get(key)
  if (held && asking.now - held.at < ASKED_AGAIN) {
    return held.found
  }
  const found = ask({ ...asking, grant, payload })
  known.delete(key)
  known.set(key, { at: asking.now, found })
  forgetOldest()
  // A refusal is not kept: who may again, may at once.
  found.then(
    (answer) => typeof answer === 'string' && known.delete(key),
    () => known.delete(key),
  )

  return found
}

const forgetOldest = (): void => {
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest) {
    known.delete(oldest)
  }
}

const ask = async ({
  grant,
  headers,
  origin,
  payload,
  tenant,
}: Asking & { grant: Grant; payload: Payload }): Promise<Admission | Refusal> => {
  const user = grant.account ? await sessionUser({ headers, payload }) : null
  if ((user?.id ?? '') !== grant.account) {
    return 'ended'
  }
  if (tenant.isClosed && !(await isStaffSession({ headers, origin, tenant: tenant.id }))) {
    return 'ended'
  }
  const req = await createLocalReq(
    { req: { headers }, ...(user && { user: user as never }) },
    payload,
  )
  if (!grant.lesson) {
    return askByItself({ grant, req, tenant })
  }
  const found = await lessonMediaOf({ asker: askerOf(req), lesson: grant.lesson, req })
  if (!found?.video || found.media.id !== grant.video || found.lock) {
    return 'locked'
  }
  const { account, device, play } = grant
  const isLearner = Boolean(account) && !user?.view
  const refused = isLearner ? await refusedPlay({ account, device, play, req }) : null
  if (refused) {
    return 'tooManyStreams'
  }
  const { licences, run, sealed } = found.video
  const secret = videoSecret({ sealed, tenant: tenant.id })

  return { account: isLearner ? account : null, licences, play, run, secret }
}

/** The same of a file that staff look at by itself, in the library. */
const askByItself = async ({
  grant: { account, play, video },
  req,
  tenant,
}: {
  grant: Grant
  req: PayloadRequest
  tenant: HostTenant
}): Promise<Admission | Refusal> => {
  const mayLook = await mayLookAtFiles(req)
  const made = mayLook ? await preparedVideo({ file: video, req }) : null

  return made
    ? {
        account,
        licences: made.licences,
        play,
        run: made.run,
        secret: videoSecret({ sealed: made.sealed, tenant: tenant.id }),
      }
    : 'locked'
}
