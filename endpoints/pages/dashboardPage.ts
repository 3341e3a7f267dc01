import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { pagePath } from '@/adapters/cache/pageRequest'
import { readerParts } from '@/adapters/cache/readerParts'
import { dataScript } from '@/adapters/cache/template'
import { tenantOfHost } from '@/database/hosts'
import { READER_DATA } from '@/domain/identity/readerData'
import { localeAsked } from '@/domain/tenancy/locales'
import { sessionUser } from '@/operations/identity/session'
import { shownUser } from '@/operations/identity/shownUser'
import { dashboardOf } from '@/operations/pages/dashboardView'

import { headersOf } from '../support/incoming'
import { answerReader, openReaderPages } from '../support/readerPages'

const PATH = '/dashboard'

/**
 * Answers `GET /dashboard` for whoever is signed in: the page is the same for everybody of a school and a language, and
 * what it shows of one learner is read each time and rendered into it without Next. The first to ask, and whoever
 * has yet to sign in, are left to Next.
 */
export const openDashboards = (payload: Payload): void => {
  openReaderPages({
    name: 'dashboard',
    answer: (asked) => answer({ ...asked, payload }),
    asks: (request) => pagePath(request) === PATH && Boolean(request.headers.cookie),
    payload,
  })
}

const answer = async ({
  payload,
  request,
  response,
}: {
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}): Promise<boolean> => {
  const { cookie, host = '' } = request.headers
  const [render, tenant, headers] = [readerParts(), await tenantOfHost(host), headersOf(request)]
  const user = render && tenant && !tenant.isClosed && (await sessionUser({ headers, payload }))
  if (!user) {
    return false
  }
  const req = await createLocalReq({ req: { headers }, user: user as never }, payload)
  const given = await dashboardOf({ req, user })
  const locale = localeAsked(cookie, tenant.locale)

  return answerReader({
    name: ['dashboard', tenant.id, locale, host].join(' '),
    html: (shared) =>
      dataScript(READER_DATA, { user: shownUser(user) }) +
      render({ name: 'Dashboard', given: { ...shared, ...given }, locale }),
    path: PATH,
    request,
    response,
    tenant: tenant.id,
  })
}
