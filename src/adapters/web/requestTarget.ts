import type { IncomingMessage } from 'node:http'

const ABSOLUTE = /^https?:\/\//i

/** Letters that mean the same whether they are encoded or not (RFC 3986, 2.3). */
const UNRESERVED = /%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi

/** What may stand for other letters than those it is written in. */
const ODD = /[%\\#]|\/\.|^\/\//

/** A path as browsers and Next read it in the end: nothing encoded that need not be, no steps up or in place. */
const plainPath = (path: string): string => {
  if (!ODD.test(path)) {
    return path
  }
  const decoded = path.replace(UNRESERVED, decodeURIComponent)

  return new URL(`http://here.invalid${decoded}`).pathname
}

/** Whether a request names more than one host, which servers and proxies may take differently (RFC 9112, 3.2). */
export const hasSeveralHosts = ({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1

/**
 * Leaves a request with one path, written in one way, as its target, and one host, so that whatever looks at it (limits, blocks, the edge, Next)
 * sees the same. Where the target is a whole address, its host counts and the Host header does not (RFC 9112, 3.2.2); of what is neither an
 * address nor a path, no host is known.
 */
export const plainTarget = (request: Pick<IncomingMessage, 'headers' | 'url'>): void => {
  const { url = '' } = request
  const whole = ABSOLUTE.test(url) && URL.canParse(url) ? new URL(url) : null
  if (!url.startsWith('/')) {
    request.headers.host = whole?.host ?? ''
  }
  const target = url.startsWith('/') ? url : `${whole?.pathname ?? '/'}${whole?.search ?? ''}`
  const cut = target.indexOf('?')
  const [path, search] = cut < 0 ? [target, ''] : [target.slice(0, cut), target.slice(cut)]
  request.url = `${plainPath(path)}${search}`
}
