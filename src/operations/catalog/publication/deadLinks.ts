import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Link } from '@/domain/catalog/publication/links'

import { row, rows } from '@/database/transaction'
import { ownPath } from '@/domain/catalog/publication/links'
import { originOf, subDomainOf } from '@/operations/tenancy/origins'

/** Collections whose documents have a page of their own. */
const HAVE_PAGES = ['courses', 'pages']

/** Names under which the school is on the web. */
export const hostsOf = async (req: PayloadRequest, tenant: string): Promise<string[]> => {
  const found = await row<{ hosts: string[]; slug: string }>(
    req,
    sql`select t.slug, array(select d.host from domains d where d.tenant_id = t.id)::text[] as hosts
        from tenants t where t.id = ${tenant}`,
  )

  return found ? [new URL(originOf(subDomainOf(found.slug))).hostname, ...found.hosts] : []
}

/** Where a link leads within the school: a document, or the page of a course; null for all else. */
const placeOf = (link: Link, hosts: readonly string[]): null | string => {
  if (!('address' in link)) {
    return HAVE_PAGES.includes(link.collection) ? link.id : null
  }
  const path = ownPath(link.address, hosts)?.replace(/\/$/, '')

  return path && /^\/courses\/[^/]+$/.test(path) ? path : null
}

/**
 * Those of the links that lead nowhere within the school: to a course or page of it that visitors do not reach. What
 * leads out of it is looked at by `lookAtLinks`.
 */
export const deadAmong = async ({
  links,
  req,
  tenant,
}: {
  links: readonly Link[]
  req: PayloadRequest
  tenant: string
}): Promise<Set<Link>> => {
  if (links.length === 0) {
    return new Set()
  }
  const hosts = await hostsOf(req, tenant)
  const placed = links.flatMap((link) => {
    const place = placeOf(link, hosts)

    return place === null ? [] : [{ link, place }]
  })
  const places = sql`${sql.param(placed.map(({ place }) => place))}::text[]`
  const shown = await rows<{ place: string }>(
    req,
    sql`select p.place from unnest(${places}) as p(place)
        where exists (select 1 from courses c where c._status = 'published' and c.deleted_at is null
            and (c.id::text = p.place or '/courses/' || c.slug = p.place))
          or exists (select 1 from pages g where g._status = 'published' and g.id::text = p.place)
          or exists (select 1 from redirects r where r.path = p.place)`,
  )
  const alive = new Set(shown.map(({ place }) => place))

  return new Set(placed.flatMap(({ link, place }) => (alive.has(place) ? [] : [link])))
}
