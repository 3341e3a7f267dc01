import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { RuleCode } from '@/domain/errors'

import { tenantOfHost } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { hostIn } from '@/domain/identity/schoolAddress'
import { newId } from '@/newId'
import { originOf } from '@/operations/tenancy/origins'

import type { LinkedSchool } from './linkedSchools'

import { beginHandover, handoverHash } from './handovers'
import { addressOf, linkState, MAIN_HOST } from './linkedSchools'
import { tellOfSignIn } from './signInNews'
import { onlyLearns } from './strength'

type Whose = { account: string; req: PayloadRequest; tenant: string }

const REFUSED = {
  forbidden: 'linkedAccountsOff',
  staff: 'learnersOnly',
  unconfirmed: 'confirmEmailFirst',
} as const satisfies Record<string, RuleCode>

/**
 * Asks to link the account with one of another school: where to go there to agree to it, signed in. Whether there is such an
 * account is not said here. Throws schoolUnknown, linkedAccountsOff, learnersOnly and confirmEmailFirst.
 */
export const askLink = async ({
  account,
  address,
  tenant,
}: Omit<Whose, 'req'> & { address: string }): Promise<string> => {
  const there = await tenantOfHost(hostIn(address))
  if (there?.kind !== 'school' || there.id === tenant) {
    throw new RuleError('schoolUnknown')
  }
  const state = await linkState({ account, tenant })
  if (state !== 'open') {
    throw new RuleError(REFUSED[state])
  }
  const token = await beginHandover({ account, kind: 'link', tenant, to: there.id })

  return `${originOf(there.primaryHost)}/account/schools?link=${token}`
}

type Offer = {
  areAllowed: boolean
  areLearners: boolean
  from: string
  host: null | string
  isSame: boolean
  name: string
  slug: string
  there: string
}

/** What a token offers to the account that brings it; both accounts and schools stay as they are until the transaction ends. Throws what stands against it. */
const readOffer = async ({
  account,
  req,
  tenant,
  token,
}: Whose & { token: string }): Promise<Offer> => {
  const found = await row<Offer>(
    req,
    sql`select h.tenant as there, h.account as from, t.name, t.slug, ${sql.raw(MAIN_HOST)} as host,
          f.email = u.email and f.email_verified and u.email_verified as "isSame",
          t.settings_sign_in_linked is not false and o.settings_sign_in_linked is not false as "areAllowed",
          f.status = 'active' and ${sql.raw(onlyLearns('f'))} and ${sql.raw(onlyLearns('u'))} as "areLearners"
        from lectern_handovers h join tenants t on t.id = h.tenant join tenants o on o.id = h.other_tenant
        join users f on f.id = h.account and f.tenant_id = h.tenant join users u on u.id = ${account} and u.tenant_id = h.other_tenant
        where h.hash = ${handoverHash(token)} and h.kind = 'link' and h.other_tenant = ${tenant} and h.expires_at > now()
        for share of f, u, t, o`,
  )
  if (!found) {
    throw new RuleError('linkOver')
  }
  if (!found.isSame) {
    throw new RuleError('linkOtherAddress')
  }
  if (!found.areAllowed) {
    throw new RuleError('linkedAccountsOff')
  }
  if (!found.areLearners) {
    throw new RuleError('learnersOnly')
  }

  return found
}

/** Runs `run` in one transaction above the wall between the two schools of a link. */
const acrossSchools = <T>(
  { req }: Pick<Whose, 'req'>,
  run: (above: PayloadRequest) => Promise<T>,
): Promise<T> =>
  asPlatform(async () => {
    const above = await createLocalReq({ req: { headers: req.headers } }, req.payload)

    return inTransaction(above, () => run(above))
  })

/** Writes down in one school's own log, and mails to its account, that a link was made or ended there. The other school is not named. */
const tell = (
  above: PayloadRequest,
  { account, tenant }: { account: string; tenant: string },
  change: 'schoolLinked' | 'schoolUnlinked',
): Promise<void> => {
  const req = { ...above, user: { id: account, collection: 'users' } } as PayloadRequest

  return asTenant(tenant, () => tellOfSignIn({ account, change, req, tenant }))
}

/** What the page asks whether to link: the other school, or why it cannot be. */
export const offeredLink = (
  whose: Whose & { token: string },
): Promise<Omit<LinkedSchool, 'id'> | { code: RuleCode }> =>
  acrossSchools(whose, async (above) => {
    try {
      const { name, ...at } = await readOffer({ ...whose, req: above })

      return { name, address: addressOf(at) }
    } catch (error) {
      if (error instanceof RuleError) {
        return { code: error.code }
      }
      throw error
    }
  })

/**
 * Links the account with the one that a token offers, once. Throws linkOver, linkOtherAddress, linkedAccountsOff and learnersOnly,
 * where the token stays good for who signs in as somebody else.
 */
export const confirmLink = (whose: Whose & { token: string }): Promise<void> =>
  acrossSchools(whose, async (above) => {
    const { account, tenant, token } = whose
    const offer = await readOffer({ ...whose, req: above })
    const used = await row(
      above,
      sql`delete from lectern_handovers where hash = ${handoverHash(token)} returning 1`,
    )
    if (!used) {
      throw new RuleError('linkOver')
    }
    const made = await rows(
      above,
      sql`insert into lectern_account_links (id, tenant, account, other_tenant, other_account)
          select ${newId()}::uuid, x.* from (values (${tenant}::uuid, ${account}::uuid, ${offer.there}::uuid, ${offer.from}::uuid),
            (${offer.there}::uuid, ${offer.from}::uuid, ${tenant}::uuid, ${account}::uuid)) x
          on conflict do nothing returning 1`,
    )
    if (made.length > 0) {
      await tell(above, { account: offer.from, tenant: offer.there }, 'schoolLinked')
      await tell(above, { account, tenant }, 'schoolLinked')
    }
  })

/** Ends a link of the account, on both sides; answers whether there was one. */
export const endLink = ({ id, ...whose }: Whose & { id: string }): Promise<boolean> =>
  acrossSchools(whose, async (above) => {
    const { account, tenant } = whose
    const other = await row<{ account: string; tenant: string }>(
      above,
      sql`delete from lectern_account_links where id = ${id} and tenant = ${tenant} and account = ${account}
          returning other_account as account, other_tenant as tenant`,
    )
    if (!other) {
      return false
    }
    await rows(above, sql`delete from lectern_account_links where id = ${id}`)
    await tell(above, other, 'schoolUnlinked')
    await tell(above, { account, tenant }, 'schoolUnlinked')

    return true
  })
