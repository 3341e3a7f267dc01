import { z } from 'zod'

import { isLocale } from '@/domain/tenancy/locales'
import { countUnread, listNotifications, markRead } from '@/operations/mail/notifications'
import { schoolOf } from '@/operations/tenancy/school'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

/** Marked by one call. */
const MOST_MARKED = 100

/**
 * GET /api/notifications `?before&locale`: what the caller was told of, newest first, twenty behind `before`, in a language, else the
 * school's. 200 `{ next, notifications }`.
 */
export const notifications = endpoint({
  input: z.object({ before: z.uuid().optional(), locale: z.string().max(10).optional() }),
  method: 'get',
  path: '/notifications',
  run: async ({ input: { before, locale }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    if (!school) {
      throw new NotHere()
    }

    return listNotifications({
      name: String((req.user as { name?: string }).name ?? ''),
      account: String(req.user.id),
      before,
      locale: isLocale(locale) ? locale : school.locale,
      req,
      school,
    })
  },
})

/** GET /api/notifications/unread: 200 `{ unread }`, how many the caller has not read; 100 stands for more than 99. */
export const unreadNotifications = endpoint({
  input: z.object({}),
  isHot: true,
  method: 'get',
  path: '/notifications/unread',
  run: async ({ req }) => ({ unread: await countUnread({ account: String(req.user.id), req }) }),
})

/**
 * POST /api/notifications/read `{ ids }` or `{ upTo }`: marks those of the caller's as read, or all up to that one, as often as it is
 * asked. 200 `{ count }`, how many were not read; what is another's is none of them.
 */
export const readNotifications = endpoint({
  input: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(MOST_MARKED) }),
    z.strictObject({ upTo: z.uuid() }),
  ]),
  path: '/notifications/read',
  run: async ({ input, req }) => ({
    count: await markRead({ account: String(req.user.id), req, ...input }),
  }),
})
