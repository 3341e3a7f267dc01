import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { PackageLink } from '@/operations/learning/packageLink'
import type { OpenPackage } from '@/operations/media/packageFile'

import { openFront } from '@/database/requests'
import { asTenant } from '@/database/scope'
import { packageFileType } from '@/domain/media/scorm/files'
import { packageOn } from '@/domain/tenancy/packageHosts'
import { env } from '@/env'
import { packageAsked } from '@/operations/learning/packageLink'
import { packageOf, packageStream } from '@/operations/media/packageFile'
import { playerPage, runtimeScript } from '@/operations/media/packagePlayer'

const ADDRESS = /^\/([\w-]+\.[\w-]+)\/([^?#]+)/

/**
 * Answers the hosts on which packages play, `<id>.packages.<root>`: one origin for each package, without
 * sessions. Whoever has a token that opens the package may read its files, straight from its archive; there
 * is nothing else on these hosts.
 */
export const openPackageHosts = (payload: Payload): void => {
  openFront('packages', (request, response) => {
    const media = packageOn(request.headers.host ?? '', env().ROOT_DOMAIN)
    if (!media) {
      return false
    }
    answer({ media, payload, request, response }).catch((error: unknown) => {
      payload.logger.error(error)
      refuse(response, 500)
    })

    return true
  })
}

type Asked = { media: string; payload: Payload; request: IncomingMessage; response: ServerResponse }

const refuse = (response: ServerResponse, status: number): void => {
  if (!response.headersSent) {
    response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' })
  }
  response.end()
}

/** A package reaches itself and nothing else: no other host, no form, no window above but the lesson's. */
const headersFor = (origin: string) => ({
  'Cache-Control': 'private, max-age=3600',
  'Content-Security-Policy': [
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    "connect-src 'self' data: blob:",
    "form-action 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    `frame-ancestors 'self' ${origin}`,
  ].join('; '),
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
})

const answer = async ({ media, payload, request, response }: Asked): Promise<void> => {
  const [, token = '', path = ''] = ADDRESS.exec(request.url ?? '') ?? []
  const link = packageAsked(token)
  if (link?.media !== media || !['GET', 'HEAD'].includes(request.method ?? '')) {
    refuse(response, 404)

    return
  }
  const { tenant } = link
  const found = await asTenant(tenant, () =>
    packageOf({ media, req: () => createLocalReq({}, payload), tenant }),
  )
  const file = found && (await fileOf(found, { link, path }))
  if (!file) {
    refuse(response, 404)

    return
  }
  response.writeHead(200, {
    ...headersFor(link.origin),
    'Content-Length': file.size,
    'Content-Type': file.type,
  })
  if (request.method === 'HEAD' || file.size === 0) {
    response.end()
  } else if ('bytes' in file) {
    response.end(file.bytes)
  } else {
    file.stream.on('error', () => response.destroy()).pipe(response)
  }
}

const whole = (text: Buffer | string, type: string) => {
  const bytes = Buffer.from(text)

  return { type, bytes, size: bytes.length }
}

const fileOf = async (found: OpenPackage, { link, path }: { link: PackageLink; path: string }) => {
  if (path === '~player.html') {
    return whole(
      playerPage({ origin: link.origin, scorm: found.scorm }),
      'text/html; charset=utf-8',
    )
  }
  if (path === '~runtime.js') {
    return whole(await runtimeScript(found.scorm.version), 'text/javascript; charset=utf-8')
  }
  let name = ''
  try {
    name = decodeURIComponent(path)
  } catch {
    return null
  }
  const file = await packageStream(found, name)

  return file && { ...file, type: packageFileType(name) }
}
