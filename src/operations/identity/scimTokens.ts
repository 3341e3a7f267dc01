import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createHash, randomBytes } from 'node:crypto'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { newId } from '@/newId'

type At = { req: PayloadRequest; tenant: string }

/** How every token of a directory begins, so that a leaked one is known for what it is. */
const PREFIX = 'scim_'

/** Characters of a token that stay readable in the list. */
const SHOWN = PREFIX.length + 6

/** Tokens that hold, at most, of one provider: the one in use and those it is replaced by. */
const MOST = 10

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A token as owners see it; moments are ISO 8601. */
export type ScimTokenView = {
  createdAt: string
  id: string
  name: string
  shown: string
  usedAt: null | string
}

/** A directory that calls: the provider whose people it tells of. */
export type Directory = {
  /** Domains of which its provider has proved that they are the organisation's. */
  domains: string[]
  /** What the school wrote down of groups and roles. */
  groupRoles: null | string
  newRole: string
  provider: string
  token: string
}

/** Makes a token for the directory of a provider, and answers it, once; null where there is no such provider. Throws tooManyKeys. */
export const makeScimToken = async ({
  name,
  provider,
  req,
  tenant,
}: At & { name: string; provider: string }): Promise<null | { id: string; token: string }> => {
  const found = await row<{ count: number }>(
    req,
    sql`select (select count(*)::int from scim_tokens t where t.provider_id = p.id and t.revoked_at is null) as count
        from sign_in_providers p where p.id = ${provider} and p.tenant_id = ${tenant} and p.kind in ('oidc', 'saml') for update of p`,
  )
  if (!found) {
    return null
  }
  if (found.count >= MOST) {
    throw new RuleError('tooManyKeys')
  }
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`
  const id = newId()
  await rows(
    req,
    sql`insert into scim_tokens (id, tenant_id, name, hash, provider_id, shown)
        values (${id}, ${tenant}, ${name}, ${hashOf(token)}, ${provider}, ${token.slice(0, SHOWN)})`,
  )

  return { id, token }
}

/** Ends a token at once; false where there is none such. */
export const revokeScimToken = async ({ id, req, tenant }: At & { id: string }): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`update scim_tokens set revoked_at = now(), updated_at = now()
          where id = ${id} and tenant_id = ${tenant} and revoked_at is null returning 1`,
    ),
  )

/** What stands between a provider and the school: tokens that hold, how many people it told of, and its groups. */
export type DirectoryView = {
  groups: string[]
  people: number
  tokens: ScimTokenView[]
}

/** The directory of a provider; null where there is no such provider. */
export const directoryOf = async ({
  provider,
  req,
  tenant,
}: At & { provider: string }): Promise<DirectoryView | null> =>
  (await row<DirectoryView>(
    req,
    sql`select (select count(*)::int from scim_people s where s.provider_id = p.id and s.deleted_at is null) as people,
          coalesce((select json_agg(g.name order by g.name) from scim_groups g where g.provider_id = p.id), '[]') as groups,
          coalesce((select json_agg(json_build_object('createdAt', t.created_at, 'id', t.id, 'name', t.name, 'shown', t.shown,
            'usedAt', t.used_at) order by t.created_at desc) from scim_tokens t where t.provider_id = p.id and t.revoked_at is null), '[]') as tokens
        from sign_in_providers p where p.id = ${provider} and p.tenant_id = ${tenant}`,
  )) ?? null

/** The directory that a token names in this school; null for any other. That it was used is noted once in five minutes. */
export const directoryBy = async ({
  req,
  tenant,
  token,
}: At & { token: null | string }): Promise<Directory | null> => {
  if (!token?.startsWith(PREFIX)) {
    return null
  }
  const found = await row<
    Omit<Directory, 'domains'> & { domains: null | string; isStale: boolean }
  >(
    req,
    sql`select t.id as token, p.id as provider, p.proved as domains, p.group_roles as "groupRoles",
          coalesce(p.new_role::text, 'student') as "newRole",
          coalesce(t.used_at < now() - interval '5 minutes', true) as "isStale"
        from scim_tokens t join sign_in_providers p on p.id = t.provider_id
        where t.hash = ${hashOf(token)} and t.tenant_id = ${tenant} and t.revoked_at is null`,
  )
  if (!found) {
    return null
  }
  const { domains, isStale, ...directory } = found
  if (isStale) {
    await rows(req, sql`update scim_tokens set used_at = now() where id = ${directory.token}`)
  }

  return { ...directory, domains: domains ? domains.split(', ') : [] }
}
