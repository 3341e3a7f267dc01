import type { PayloadRequest } from 'payload'

import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import { RuleError } from '@/domain/errors'
import { streamHome } from '@/domain/media/streams'
import { bareHost } from '@/domain/tenancy/hosts'
import { askerOf } from '@/operations/learning/asker'
import { refuseLocked } from '@/operations/learning/entitlements'
import { lessonMediaOf, preparedVideo } from '@/operations/learning/lessonMedia'
import { openFileOf, openVideoOf, type OpenedVideo } from '@/operations/learning/openVideo'
import { DEVICE_COOKIE, deviceIn } from '@/operations/learning/streamGate'
import { GRANT_COOKIE, GRANTED_FOR } from '@/operations/learning/streams/grants'
import { mayLookAtFiles } from '@/operations/media/library'
import { originOf } from '@/operations/tenancy/origins'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotAllowed, SignInRequired } from '../support/errors'
import { found } from './answers'

const YEAR = 365 * 24 * 3600

/** A cookie for the school's own host alone, out of reach of scripts. */
const cookie = (
  req: PayloadRequest,
  { name, path, seconds, value }: Record<'name' | 'path' | 'value', string> & { seconds: number },
): string => {
  const isSecure = originOf(bareHost(req.headers.get('host') ?? '')).startsWith('https://')

  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
}

/** Nothing was made of the file yet: it is played as it is. */
const NOTHING_MADE = {
  edge: null,
  expiresIn: null,
  licences: null,
  poster: null,
  src: null,
  story: null,
  watermark: null,
}

/** What was opened, with the cookies for it. */
const answered = ({
  device,
  file,
  grant,
  isKnown,
  opened,
  req,
}: {
  device: string
  file: string
  grant: string
  isKnown: boolean
  opened: OpenedVideo
  req: PayloadRequest
}): Response => {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  headers.append(
    'Set-Cookie',
    cookie(req, {
      name: GRANT_COOKIE,
      path: streamHome(file),
      seconds: GRANTED_FOR / 1000,
      value: grant,
    }),
  )
  if (!isKnown) {
    headers.append(
      'Set-Cookie',
      cookie(req, { name: DEVICE_COOKIE, path: '/api', seconds: YEAR, value: device }),
    )
  }

  return Response.json(opened, { headers })
}

/** The lesson's film or recording; refuses who may not open the lesson. */
const openLesson = async (asked: Parameters<typeof lessonMediaOf>[0]) => {
  const held = await lessonMediaOf(asked)
  if (held?.lock === 'signIn') {
    throw new SignInRequired()
  }
  refuseLocked(held?.lock ?? null)

  return held
}

/**
 * POST /api/learn/videos/:lesson/open `{ instead? }`: lets whoever may open the lesson watch its video for ten minutes,
 * by a cookie for its addresses; asked again to go on. Answers `{ src, edge, licences, poster, story, expiresIn, watermark }`, with `src` null
 * where nothing was made of the file yet and it is played as it is. 401 to a visitor, 403 accessEnded, lessonNotYet or lessonLocked,
 * 422 videoPreparing (its file is given to nobody), tooManyStreams (`instead` ends the others) and tooManyDevices (who signs in anew goes on).
 */
export const openVideo = publicEndpoint({
  input: z.object({ instead: z.boolean().default(false), lesson: z.uuid() }),
  path: '/learn/videos/:lesson/open',
  run: async ({ input: { instead, lesson }, req, tenant }) => {
    const asker = askerOf(req)
    const { isWithheld, media, video } = await found(openLesson({ asker, lesson, req }))
    if (!video && isWithheld && !asker.isAuthor) {
      throw new RuleError('videoPreparing')
    }
    if (!video) {
      return NOTHING_MADE
    }
    const known = deviceIn(req.headers)
    const device = known ?? randomUUID()
    const { grant, opened } = await openVideoOf({
      asker,
      device,
      instead,
      lesson,
      media,
      req,
      tenant,
      video,
    })

    return answered({ device, file: media.id, grant, isKnown: known !== null, opened, req })
  },
  shows: true,
  transaction: false,
})

/**
 * POST /api/files/:id/watch: lets whoever works with the school's files watch what was made of one, by itself, for ten minutes. Answers
 * as opening a lesson's video does.
 */
export const watchFile = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/files/:id/watch',
  run: async ({ input: { id: file }, req, tenant }) => {
    if (!(await mayLookAtFiles(req))) {
      throw new NotAllowed()
    }
    const video = await preparedVideo({ file, req })
    if (!video) {
      return NOTHING_MADE
    }
    const known = deviceIn(req.headers)
    const device = known ?? randomUUID()
    const { grant, opened } = await openFileOf({
      account: String(req.user.id),
      device,
      file,
      req,
      tenant,
      video,
    })

    return answered({ device, file, grant, isKnown: known !== null, opened, req })
  },
  transaction: false,
})
