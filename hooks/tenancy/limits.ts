import type { CollectionBeforeChangeHook } from 'payload'

import { APIError } from 'payload'

import type { Limit, Weighed } from '@/operations/tenancy/limits'

import { RuleError } from '@/domain/errors'
import { idOf } from '@/domain/ids'
import { askOf, takeRoom } from '@/operations/tenancy/limits'
import { limitWords } from '@/operations/tenancy/limitWords'

type Row = { id: string; tenant?: string | { id: string } } & Weighed

/**
 * Lets a row be made, brought back or grown while its school's limit has room, however many do so at
 * once; else 422 limitReached with the limit's name and value. What takes no more than before always
 * passes, so that a school above a lowered limit can read and change all it has.
 */
export const within =
  (limit: Limit): CollectionBeforeChangeHook<Row> =>
  async ({ data, operation, originalDoc, req }) => {
    const before = operation === 'update' && originalDoc ? originalDoc : null
    const after: Partial<Row> = { ...before, ...data }
    const more = limit.weigh(after) - (before ? limit.weigh(before) : 0)
    if (more <= 0 || !after.tenant) {
      return data
    }
    try {
      await takeRoom({
        ask: askOf(req),
        limit,
        more,
        tenant: idOf(after.tenant),
      })
    } catch (error) {
      throw error instanceof RuleError ? inWords(error, req.i18n.language) : error
    }

    return data
  }

const inWords = ({ code, detail }: RuleError, language: string): APIError => {
  const message = limitWords({
    language,
    limit: detail.limit as Limit['name'],
    most: Number(detail.most),
  })

  return new APIError(message, 422, { code, ...detail }, true)
}
