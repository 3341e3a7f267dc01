import { z } from 'zod'

import { isLocale } from '@/domain/tenancy/locales'
import { forgetOtherBrowsers } from '@/operations/identity/linkBrowsers'
import { endSessions, openSessions } from '@/operations/identity/sessions'

import { endpoint } from '../support/endpoint'

const localeOf = ({ locale }: { locale?: null | string }) => (isLocale(locale) ? locale : null)

/**
 * GET /api/account/sessions: where the caller is signed in, `{ sessions: [{ id, app, browser, system, place,
 * since, seenAt, isCurrent }] }`, their own first.
 */
export const listSessions = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/sessions',
  run: async ({ req, tenant }) => ({
    sessions: await openSessions({ account: req.user.id, locale: localeOf(req.user), req, tenant }),
  }),
})

/**
 * POST /api/account/sessions/end `{ id }` or `{ others: true }`: ends one other session of the caller,
 * or all others. 200 `{ ended }`, which is 0 for what has ended already and for what is not theirs.
 */
export const closeSessions = endpoint({
  input: z.union([z.object({ id: z.uuid() }), z.object({ others: z.literal(true) })]),
  path: '/account/sessions/end',
  run: async ({ input, req, tenant }) => {
    const whose = { account: req.user.id, req, tenant }
    await forgetOtherBrowsers(whose)

    return { ended: await endSessions({ ...whose, session: 'id' in input ? input : 'others' }) }
  },
})
