import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SamlSaid } from '@/adapters/signIn/saml'
import type { Proved } from '@/adapters/signIn/types'

import { readSaml } from '@/adapters/signIn/samlResponse'
import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { asking, providerOf, returnAddress } from './signInProviders'
import { hashOf, newToken } from './tokens'

type At = { id: string; req: PayloadRequest; tenant: string }

/** What a response said, for the browser that brings its name. */
type Kept = { proved: Proved; provider: string; request: null | string }

const named = (tenant: string, handle: string): string =>
  `saml:${hashOf({ tenant, value: `saml:${handle}` })}`

/**
 * Reads what a provider posted by somebody's browser, and keeps it for two minutes under the name that is answered: the browser comes with
 * that once more, by a request of this site, with its cookies. An assertion is taken once, whoever posts it again.
 * Throws providerOff and providerRefused. Outside of a transaction.
 */
export const takeResponse = async ({
  id,
  encoded,
  now,
  req,
  tenant,
}: At & { encoded: string; now: Date }): Promise<string> => {
  const by = await providerOf({ id, req, tenant })
  const account = by?.isActive ? by.saml : null
  if (!account) {
    throw new RuleError('providerOff')
  }
  const said = await asking(() =>
    readSaml({ account, encoded, now, redirect: returnAddress(req, id) }),
  )

  return inTransaction(req, () => keep({ id, req, said, tenant }))
}

const keep = async ({ id, req, said, tenant }: At & { said: SamlSaid }): Promise<string> => {
  await rows(
    req,
    sql`delete from saml_assertions where tenant_id = ${tenant} and expires_at < now()`,
  )
  const isNew = await row(
    req,
    sql`insert into saml_assertions (id, tenant_id, provider_id, assertion, expires_at)
        values (uuidv7(), ${tenant}, ${id}, ${hashOf({ tenant, value: said.assertion })}, ${said.until.toISOString()})
        on conflict (tenant_id, provider_id, assertion) do nothing returning 1`,
  )
  if (!isNew) {
    throw new RuleError('providerOver')
  }
  const handle = newToken()
  const kept: Kept = { proved: said.proved, provider: id, request: said.request }
  await rows(
    req,
    sql`insert into auth_verifications (id, tenant_id, identifier, value, expires_at)
        values (uuidv7(), ${tenant}, ${named(tenant, handle)}, ${JSON.stringify(kept)}, now() + interval '2 minutes')`,
  )

  return handle
}

/** Whether what is kept under a name answers no request of ours, and its provider may begin by itself. */
export const beganThere = async ({
  id,
  handle,
  req,
  tenant,
}: At & { handle: string }): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from auth_verifications v join sign_in_providers p on p.id = ${id} and p.tenant_id = ${tenant} and p.begins_there
          where v.identifier = ${named(tenant, handle)} and v.expires_at > now()
            and v.value::jsonb ->> 'provider' = ${id} and v.value::jsonb ->> 'request' is null`,
    ),
  )

/** Who somebody is, by what was kept, once, and only as the answer to this request: null where nobody asked. Throws providerOver. */
export const takeSaid = async ({
  id,
  handle,
  req,
  request,
  tenant,
}: At & { handle: string; request: null | string }): Promise<Proved> => {
  const found = await row<{ value: string }>(
    req,
    sql`delete from auth_verifications where identifier = ${named(tenant, handle)} and expires_at > now() returning value`,
  )
  const kept = found ? (JSON.parse(found.value) as Kept) : null
  if (kept?.provider !== id || kept.request !== request) {
    throw new RuleError('providerOver')
  }

  return kept.proved
}
