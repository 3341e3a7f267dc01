import type { Endpoint } from 'payload'

import { Readable } from 'node:stream'
import { z } from 'zod'

import type { FilmKeeper } from '@/adapters/videos/types'

import { BadSignature } from '@/adapters/videos/types'
import { currentTenant } from '@/database/pool'
import { captionsAt } from '@/operations/media/filmCaptions'
import { checkAccount } from '@/operations/media/videoAccounts'
import { receiveVideoReport } from '@/operations/media/videoReports'
import { isManager } from '@hooks/access'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

/** A report is far smaller; in characters. */
const MOST_CHARACTERS = 1024 * 1024

const answer = (body: object, status: number): Response =>
  Response.json(body, { headers: { 'Cache-Control': 'no-store' }, status })

const webhookOf = (provider: FilmKeeper): Endpoint => ({
  handler: async (req) => {
    const body = (await req.text?.()) ?? ''
    if (body.length > MOST_CHARACTERS) {
      return answer({ code: 'tooLarge' }, 413)
    }
    const tenant = await currentTenant()
    if (!tenant) {
      return answer({ code: 'notFound' }, 404)
    }
    const { headers, payload } = req
    try {
      const receipt = await receiveVideoReport({ body, headers, payload, provider, tenant })

      return answer({ receipt }, 200)
    } catch (error) {
      if (error instanceof BadSignature) {
        return answer({ code: 'badSignature' }, 400)
      }
      throw error
    }
  },
  method: 'post',
  path: `/film-reports/${provider}`,
})

/**
 * POST /api/film-reports/mux and /api/film-reports/bunny, on a school's host: what the provider reports of its films. It is stored
 * before 200 is answered, and the film is looked at; a repeated one does no harm. 400 badSignature for anything that no account of
 * the school's signed.
 */
export const [muxWebhook, bunnyWebhook] = [webhookOf('mux'), webhookOf('bunny')] as const

/**
 * POST /api/video-accounts/:id/check, for managers: asks the provider whether the account can be used. Answers `{ isReady: true }`;
 * 422 videoKeysRefused with what it `said`, and videoProviderAway. 404 where there is no such account.
 */
export const checkVideoAccount = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/video-accounts/:id/check',
  run: async ({ input: { id }, req }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const checked = await checkAccount({ id, req })
    if (!checked) {
      throw new NotHere()
    }

    return checked
  },
  transaction: false,
})

/** GET /api/film-captions/:token: the captions that a provider was told to fetch, for an hour. 410 linkOver for any other token. */
export const filmCaptions = publicEndpoint({
  input: z.object({ token: z.string().max(400) }),
  method: 'get',
  path: '/film-captions/:token',
  run: async ({ input: { token }, req, tenant }) => {
    const found = await captionsAt({ req, tenant, token })
    if (!found) {
      throw new CodedError({ code: 'linkOver', status: 410 })
    }

    return new Response(Readable.toWeb(found) as ReadableStream, {
      headers: { 'Cache-Control': 'private, no-store', 'Content-Type': 'text/vtt; charset=utf-8' },
    })
  },
})
