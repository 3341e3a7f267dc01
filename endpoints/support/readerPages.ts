import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { encodingAsked } from '@/adapters/cache/pageRequest'
import { keepTemplate, templateOf } from '@/adapters/cache/templates'
import { openFront } from '@/database/requests'
import { asHost } from '@/database/scope'

type Asked = { request: IncomingMessage; response: ServerResponse }

/**
 * Has pages of one reader answered before Next: `asks` says at once whether a request is for one, and `answer`
 * works in the scope of its host and says whether it did. Where it did not, or failed, the request goes on to Next.
 */
export const openReaderPages = ({
  name,
  answer,
  asks,
  payload,
}: {
  answer: (asked: Asked) => Promise<boolean>
  asks: (request: IncomingMessage) => boolean
  name: string
  payload: Payload
}): void => {
  openFront(name, (request, response, pass) => {
    if (request.method !== 'GET' || !asks(request)) {
      return false
    }
    asHost(request.headers.host, () => answer({ request, response })).then(
      (isAnswered) => isAnswered || pass(),
      (error: unknown) => {
        payload.logger.error(error)
        pass()
      },
    )

    return true
  })
}

/** As Next answers a page that is one reader's. */
const CACHE_CONTROL = 'private, no-cache, no-store, max-age=0, must-revalidate'

/**
 * Answers with a page that its readers share, kept under `name`, and in it the `html` that is one reader's, given what the
 * page says all of them share. `name` tells apart all that the shared page shows, `path` is where it is found. False where none is kept; it is from the next request on.
 */
export const answerReader = ({
  name,
  html,
  path,
  request,
  response,
  tenant,
}: {
  html: (shared: object) => string
  name: string
  path: string
  request: IncomingMessage
  response: ServerResponse
  tenant: string
}): boolean => {
  const page = templateOf(name)
  if (!page) {
    void keepTemplate({ name, path, request, tenant })

    return false
  }
  const encoding = encodingAsked(request.headers['accept-encoding'], ['gzip'])
  const body = page.template.with({ encoding, html: html(page.template.shared) })
  response.writeHead(200, {
    ...page.headers,
    ...(encoding === 'gzip' && { 'Content-Encoding': encoding }),
    'Cache-Control': CACHE_CONTROL,
    'Content-Length': body.length,
  })
  response.end(body)

  return true
}
