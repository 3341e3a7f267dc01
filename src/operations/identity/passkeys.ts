import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type {
  PasskeyCreation,
  PasskeyKey,
  PasskeyRequest,
  PasskeySite,
} from '@/adapters/auth/passkeys'

import { madePasskey, passkeyCreation, passkeyRequest, usedPasskey } from '@/adapters/auth/passkeys'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { tellOfSignIn } from './signInNews'
import { requireWay } from './signInWays'
import { hashOf } from './tokens'

/** Passkeys of one account. */
const MOST = 20

/** For how long a browser may take to answer; in minutes. */
const MINUTES = 5

type At = { req: PayloadRequest; tenant: string }
type Whose = At & { account: string }

/** A passkey as its owner sees it; moments are ISO 8601. `host` is where it is good. */
export type Passkey = {
  addedAt: string
  host: string
  id: string
  name: string
  usedAt: null | string
}

const siteOf = (req: PayloadRequest): PasskeySite => {
  const host = bareHost(req.headers.get('host') ?? '')

  return { host, origin: originOf(host) }
}

/** An account's passkeys, the oldest first. */
export const passkeysOf = ({ account, req }: Omit<Whose, 'tenant'>): Promise<Passkey[]> =>
  rows<Passkey>(
    req,
    sql`select id, name, host, to_json(created_at) #>> '{}' as "addedAt", to_json(used_at) #>> '{}' as "usedAt"
        from auth_passkeys where user_id = ${account} order by created_at, id`,
  )

const identifier = (tenant: string, challenge: string): string =>
  `passkey:${hashOf({ tenant, value: `passkey:${challenge}` })}`

/** Notes what was asked of a browser, and of whom: nobody in particular where somebody signs in. */
const note = async ({
  challenge,
  req,
  tenant,
  whose,
}: At & { challenge: string; whose: string }): Promise<void> => {
  await rows(
    req,
    sql`delete from auth_verifications where tenant_id = ${tenant} and identifier like 'passkey:%' and expires_at < now()`,
  )
  await rows(
    req,
    sql`insert into auth_verifications (id, tenant_id, identifier, value, expires_at)
        values (uuidv7(), ${tenant}, ${identifier(tenant, challenge)}, ${whose}, now() + make_interval(mins => ${MINUTES}))`,
  )
}

/** Whether that was asked of them, which is so once. */
const asked =
  ({ req, tenant, whose }: At & { whose: string }) =>
  async (challenge: string): Promise<boolean> =>
    Boolean(
      await row(
        req,
        sql`delete from auth_verifications
            where identifier = ${identifier(tenant, challenge)} and value = ${whose} and expires_at > now() returning 1`,
      ),
    )

const ANYBODY = 'anybody'

/** Asks the browser of an account for a passkey. Throws tooManyPasskeys. */
export const beginPasskey = async (whose: Whose): Promise<PasskeyCreation> => {
  const { account, req, tenant } = whose
  const known = await rows<{ credential: string }>(
    req,
    sql`select credential from auth_passkeys where user_id = ${account}`,
  )
  if (known.length >= MOST) {
    throw new RuleError('tooManyPasskeys')
  }
  const person = await row<{ email: string; school: string }>(
    req,
    sql`select u.email, t.name as school from users u join tenants t on t.id = u.tenant_id where u.id = ${account}`,
  )
  const options = await passkeyCreation({
    name: person?.email ?? '',
    account,
    known: known.map(({ credential }) => credential),
    school: person?.school ?? '',
    site: siteOf(req),
  })
  await note({ challenge: options.challenge, req, tenant, whose: account })

  return options
}

/** Keeps the passkey that the browser made, under a name. Throws passkeyRefused. In the caller's transaction. */
export const addPasskey = async ({
  name,
  response,
  ...whose
}: Whose & { name: string; response: object }): Promise<void> => {
  const { account, req, tenant } = whose
  const site = siteOf(req)
  const made = await madePasskey({
    isAsked: asked({ ...whose, whose: account }),
    response,
    site,
  })
  const kept =
    made &&
    (await row(
      req,
      sql`insert into auth_passkeys (id, tenant_id, user_id, credential, key, counter, transports, name, host)
          values (uuidv7(), ${tenant}, ${account}, ${made.credential}, ${made.key}, ${made.counter}, ${made.transports.join(' ')}, ${name}, ${site.host})
          on conflict (tenant_id, credential) do nothing returning 1`,
    ))
  if (!kept) {
    throw new RuleError('passkeyRefused')
  }
  await tellOfSignIn({ ...whose, change: 'passkeyAdded' })
}

/** Takes a passkey of an account away, where it has one of that id. In the caller's transaction. */
export const removePasskey = async ({ id, ...whose }: Whose & { id: string }): Promise<void> => {
  const gone = await row(
    whose.req,
    sql`delete from auth_passkeys where id = ${id} and user_id = ${whose.account} returning 1`,
  )
  if (gone) {
    await tellOfSignIn({ ...whose, change: 'passkeyRemoved' })
  }
}

/** Asks a browser for whichever passkey its person chooses. Throws passkeySignInOff. */
export const askPasskey = async ({ req, tenant }: At): Promise<PasskeyRequest> => {
  await requireWay({ req, tenant, way: 'passkey' })
  const options = await passkeyRequest(siteOf(req))
  await note({ challenge: options.challenge, req, tenant, whose: ANYBODY })

  return options
}

/**
 * The account of the passkey that a browser answered with; the device has made sure of its person, so that this proves two
 * things at once. Throws passkeySignInOff, passkeyRefused, and where the counter of a passkey went back: somebody copied it.
 */
export const takePasskey = async ({
  credential,
  req,
  response,
  tenant,
}: At & { credential: string; response: object }): Promise<string> => {
  await requireWay({ req, tenant, way: 'passkey' })
  const known = await row<{ account: string; transports: string } & Omit<PasskeyKey, 'transports'>>(
    req,
    sql`select p.credential, p.key, p.counter, p.transports, u.id as account
        from auth_passkeys p join users u on u.id = p.user_id and u.tenant_id = p.tenant_id
        where p.tenant_id = ${tenant} and p.credential = ${credential} and u.status = 'active'`,
  )
  const counter =
    known &&
    (await usedPasskey({
      isAsked: asked({ req, tenant, whose: ANYBODY }),
      passkey: { ...known, transports: known.transports.split(' ').filter(Boolean) },
      response,
      site: siteOf(req),
    }))
  const taken =
    known &&
    typeof counter === 'number' &&
    (await row(
      req,
      sql`update auth_passkeys set counter = ${counter}, used_at = now(), updated_at = now()
          where tenant_id = ${tenant} and credential = ${credential} and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning 1`,
    ))
  if (!known || !taken) {
    throw new RuleError('passkeyRefused')
  }

  return known.account
}
