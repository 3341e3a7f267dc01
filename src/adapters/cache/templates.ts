import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

import { randomBytes } from 'node:crypto'

import { keptHere } from './keptHere'
import { askOwnServer, pageHeaders } from './ownServer'
import { Template } from './template'

const shared = globalThis as { lecternTemplateKey?: string }

/** Known to this process alone; one, however often the module is bundled. */
const key = (shared.lecternTemplateKey ??= randomBytes(24).toString('base64url'))

const HEADER = 'x-template'

/** True for a request that wants a page without anything that is one reader's; only we can make one. */
export const wantsTemplate = (headers: Headers): boolean => headers.get(HEADER) === key

/** The same of a request as it came to the server. */
export const isTemplateAsked = (headers: IncomingHttpHeaders): boolean => headers[HEADER] === key

type Page = { headers: Record<string, string>; template: Template }

const templates = keptHere<Page>(({ template }) => template.bytes)
const fetching = new Set<string>()

/** The template kept under a name, which has to tell apart all that it shows; undefined where there is none. */
export const templateOf = (name: string): Page | undefined => templates.get(name, Date.now())

/** Has this server render `path` as a template and keeps it under `name`; once at a time. Never throws. */
export const keepTemplate = async ({
  name,
  path,
  request,
  tenant,
}: {
  name: string
  path: string
  request: IncomingMessage
  tenant: string
}): Promise<void> => {
  if (fetching.has(name)) {
    return
  }
  fetching.add(name)
  const state = templates.stateOf(tenant)
  try {
    const { cookie = '', host = '' } = request.headers
    const answer = await askOwnServer({ headers: { cookie, [HEADER]: key, host }, path, request })
    const { body, headers, status } = answer
    if (status === 200 && !headers['set-cookie']) {
      const page = { headers: pageHeaders(headers), template: new Template(body) }
      templates.put({ key: name, now: Date.now(), page, state, tenant })
    }
  } catch {
    // The reader has the page from Next already; the next one brings another try.
  } finally {
    fetching.delete(name)
  }
}
