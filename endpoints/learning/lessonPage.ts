import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { createHash } from 'node:crypto'
import { createLocalReq } from 'payload'

import { encodingAsked, pagePath } from '@/adapters/cache/pageRequest'
import { keepTemplate, templateOf } from '@/adapters/cache/templates'
import { tenantOfHost } from '@/database/hosts'
import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'
import { localeAsked } from '@/domain/tenancy/locales'
import { READER_DATA } from '@/domain/identity/readerData'
import { RAIL_COOKIE } from '@/domain/learning/rail'
import { sessionUser } from '@/operations/identity/session'
import { shownUser } from '@/operations/identity/shownUser'
import { askerOf } from '@/operations/learning/asker'
import { learnerOf, sharedOf } from '@/operations/learning/lessonLearner'
import { readLesson } from '@/operations/learning/lessonView'

import { headersOf } from '../support/incoming'

const PATH = /^\/learn\/([^/]+)\/([\da-f-]{36})$/

/** As Next answers a page that is one reader's. */
const CACHE_CONTROL = 'private, no-cache, no-store, max-age=0, must-revalidate'

/**
 * Answers `GET /learn/:course/:lesson` for learners who are enrolled: rights and progress are read each
 * time, by the statements of the page itself, and set into the page that all of them share. What is
 * shared names the page, so that a lesson which changed is another page. Staff, visitors, and whoever
 * is the first to ask are left to Next.
 */
export const openLessonPages = (payload: Payload): void => {
  openFront('lessons', (request, response, pass) => {
    const path = pagePath(request)
    const [, course, lesson] = (path === request.url && PATH.exec(path ?? '')) || []
    if (!course || !lesson || request.method !== 'GET' || !request.headers.cookie) {
      return false
    }
    const asked = { course, lesson, payload, request, response }
    asHost(request.headers.host, () => answer(asked)).then(
      (isAnswered) => isAnswered || pass(),
      (error: unknown) => {
        payload.logger.error(error)
        pass()
      },
    )

    return true
  })
}

type Asked = {
  course: string
  lesson: string
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}

const answer = async ({ course, lesson, payload, request, response }: Asked): Promise<boolean> => {
  const { cookie, host = '' } = request.headers
  const [tenant, headers] = [await tenantOfHost(host), headersOf(request)]
  const user = tenant && !tenant.isClosed && (await sessionUser({ headers, payload }))
  if (!user) {
    return false
  }
  const req = await createLocalReq({ req: { headers }, user: user as never }, payload)
  const asker = askerOf(req)
  const view = asker.isAuthor ? null : await readLesson({ asker, lesson, req })
  if (view?.course.slug !== course || !view.enrollment || view.lock) {
    return false
  }
  const shown = createHash('sha256')
    .update(JSON.stringify(sharedOf(view)))
    .digest('base64url')
  const locale = localeAsked(cookie, tenant.locale)
  const name = [tenant.id, locale, host, railAsked(cookie), shown].join(' ')
  const page = templateOf(name)
  if (!page) {
    void keepTemplate({ name, path: request.url ?? '', request, tenant: tenant.id })

    return false
  }
  const encoding = encodingAsked(request.headers['accept-encoding'], ['gzip'])
  const body = page.template.with({
    id: READER_DATA,
    data: learnerOf(view, shownUser(user)),
    encoding,
  })
  response.writeHead(200, {
    ...page.headers,
    ...(encoding === 'gzip' && { 'Content-Encoding': encoding }),
    'Cache-Control': CACHE_CONTROL,
    'Content-Length': body.length,
  })
  response.end(body)

  return true
}

const railAsked = (cookie: string | undefined): string =>
  cookie?.includes(`${RAIL_COOKIE}=closed`) ? 'closed' : 'open'
