import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { createHash } from 'node:crypto'
import { createLocalReq } from 'payload'

import { pagePath } from '@/adapters/cache/pageRequest'
import { dataScript } from '@/adapters/cache/template'
import { tenantOfHost } from '@/database/hosts'
import { localeAsked } from '@/domain/tenancy/locales'
import { READER_DATA } from '@/domain/identity/readerData'
import { RAIL_COOKIE } from '@/domain/learning/rail'
import { sessionUser } from '@/operations/identity/session'
import { shownUser } from '@/operations/identity/shownUser'
import { askerOf } from '@/operations/learning/asker'
import { learnerOf, sharedOf } from '@/operations/learning/lessonLearner'
import { readLesson } from '@/operations/learning/lessonView'

import { headersOf } from '../support/incoming'
import { answerReader, openReaderPages } from '../support/readerPages'

const PATH = /^\/learn\/([^/]+)\/([\da-f-]{36})$/

/**
 * Answers `GET /learn/:course/:lesson` for learners who are enrolled: rights and progress are read each
 * time, by the statements of the page itself, and set into the page that all of them share. What is
 * shared names the page, so that a lesson which changed is another page. Staff, visitors, and whoever
 * is the first to ask are left to Next.
 */
export const openLessonPages = (payload: Payload): void => {
  openReaderPages({
    name: 'lessons',
    answer: ({ request, response }) => answer({ payload, request, response }),
    asks: (request) => placeOf(request) !== null && Boolean(request.headers.cookie),
    payload,
  })
}

/** The course and lesson that a request asks for in the classroom. */
const placeOf = (request: IncomingMessage): { course: string; lesson: string } | null => {
  const path = pagePath(request)
  const [, course, lesson] = (path === request.url && PATH.exec(path ?? '')) || []

  return course && lesson ? { course, lesson } : null
}

type Asked = {
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}

const answer = async ({ payload, request, response }: Asked): Promise<boolean> => {
  const { cookie, host = '' } = request.headers
  const place = placeOf(request)
  const [tenant, headers] = [await tenantOfHost(host), headersOf(request)]
  const user = tenant && !tenant.isClosed && (await sessionUser({ headers, payload }))
  if (!place || !user) {
    return false
  }
  const req = await createLocalReq({ req: { headers }, user: user as never }, payload)
  const asker = askerOf(req)
  const view = asker.isAuthor ? null : await readLesson({ asker, lesson: place.lesson, req })
  if (view?.course.slug !== place.course || !view.enrollment || view.lock) {
    return false
  }
  const shown = createHash('sha256')
    .update(JSON.stringify(sharedOf(view)))
    .digest('base64url')
  const locale = localeAsked(cookie, tenant.locale)

  return answerReader({
    name: [tenant.id, locale, host, railAsked(cookie), shown].join(' '),
    html: () => dataScript(READER_DATA, learnerOf(view, shownUser(user))),
    path: request.url ?? '',
    request,
    response,
    tenant: tenant.id,
  })
}

const railAsked = (cookie: string | undefined): string =>
  cookie?.includes(`${RAIL_COOKIE}=closed`) ? 'closed' : 'open'
