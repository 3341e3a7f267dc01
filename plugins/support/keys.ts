import type { Access, Endpoint, Payload, PayloadRequest } from 'payload'

import type { Permission } from '@/domain/identity/permissions/areas'

import { actingWith } from '@hooks/access/acting'
import { permissionFor, permissionOn, permits } from '@/domain/identity/permissions/areas'

type Keyed = null | { key?: { scopes: readonly string[] } }

/** Whether whoever asks comes with a key that does not reach so far. */
const isBeyond = ({ user }: PayloadRequest, needed: Permission | undefined): boolean => {
  const key = (user as Keyed)?.key

  return Boolean(key) && !(needed && permits(key?.scopes ?? [], needed))
}

const READING = ['read', 'readVersions']
const ASKED = ['create', 'delete', 'read', 'readVersions', 'unlock', 'update'] as const

/** Reading and writing of rows, which the collection's own rules answer for. */
const ROWS = /^\/(?::id(?:\/duplicate)?|count|file\/:filename|versions(?:\/:id)?)?$/

/** What tells the owner of a key who they are, and everybody how the platform is. */
const OPEN = ['GET /health', 'GET /users/me']

const keyed = (endpoint: Endpoint, under = ''): Endpoint => {
  const path = `${under}${endpoint.path}`
  const needed = permissionFor(endpoint.method, path)
  if (OPEN.includes(`${endpoint.method.toUpperCase()} ${path}`)) {
    return endpoint
  }

  return {
    ...endpoint,
    handler: (req) =>
      isBeyond(req, needed)
        ? Response.json({ code: 'keyBeyond', permission: needed ?? null }, { status: 403 })
        : actingWith(needed, () => endpoint.handler(req)),
  }
}

/** Hooks and fields of a row that is asked for know by which permission it is. */
const ofRows = (endpoint: Endpoint, slug: string): Endpoint => {
  const needed = permissionOn(slug, endpoint.method === 'get' ? 'read' : 'write')

  return { ...endpoint, handler: (req) => actingWith(needed, () => endpoint.handler(req)) }
}

/**
 * Holds keys within their permissions: every operation on every collection and every endpoint, Payload's
 * own included, since each is walked here once all of them stand. What no permission reaches, no key does.
 * Each is told on the way by which permission it is asked, for whoever has that from a role of the school's own.
 */
export const keepKeysWithin = ({ collections, config }: Payload): void => {
  for (const { config: collection } of Object.values(collections)) {
    const { slug, access, endpoints } = collection
    for (const operation of ASKED) {
      const needed = permissionOn(slug, READING.includes(operation) ? 'read' : 'write')
      const rule = access[operation] as Access | undefined
      if (rule) {
        const within: Access = (args) =>
          !isBeyond(args.req, needed) && actingWith(needed, () => rule(args))
        Object.assign(access, { [operation]: within })
      }
    }
    Object.assign(collection, {
      endpoints: (endpoints || []).map((one) =>
        ROWS.test(one.path) ? ofRows(one, slug) : keyed(one, `/${slug}`),
      ),
    })
  }
  Object.assign(config, { endpoints: config.endpoints.map((one) => keyed(one)) })
}
