import type { Endpoint } from 'payload'

import { Forbidden, NotFound } from 'payload'

import { isRecord } from '@/domain/query'

import { misshapen } from './asked'
import { staffOnly } from './index'

/** Payload's own endpoint for ordering by drag, which takes a body of any shape, behind the same check. */
export const soundReorder = ({ handler, ...endpoint }: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const body: unknown = await req.json?.()
    if (!isRecord(body) || !isRecord(body.target)) {
      throw misshapen()
    }

    return handler(Object.assign(req, { json: () => Promise.resolve(body) }))
  },
})

/**
 * Payload's endpoint that tells what the caller may do with a row: 404 for one that they may not even
 * read, as for one that is not there.
 */
export const discreetAccess = ({ handler, ...endpoint }: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const answer = await handler(req)
    if (req.routeParams?.id && answer.ok) {
      const said: unknown = await answer.clone().json()
      if (!isRecord(said) || !said.read) {
        throw new NotFound(req.t)
      }
    }

    return answer
  },
})

/** An endpoint of Payload's for those who work in the school; 403 for all others. */
export const staffEndpoint = ({ handler, ...endpoint }: Endpoint): Endpoint => ({
  ...endpoint,
  handler: (req) => {
    if (!staffOnly({ req })) {
      throw new Forbidden(req.t)
    }

    return handler(req)
  },
})
