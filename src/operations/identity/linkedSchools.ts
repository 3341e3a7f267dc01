import { systemPool } from '@/database/hosts'
import { originOf, subDomainOf } from '@/operations/tenancy/origins'

import { onlyLearns } from './strength'

/** All that one school says of another: its name and where it is. `id` is of the link. */
export type LinkedSchool = { address: string; id: string; name: string }

export type LinkedSchools = {
  schools: LinkedSchool[]
  /** Whether the account may link more, and why not. */
  state: 'forbidden' | 'open' | 'staff' | 'unconfirmed'
}

type Whose = { account: string; tenant: string }

/** The main host of the school `t`, where it has a domain. */
export const MAIN_HOST = `(select d.host from domains d where d.tenant_id = t.id and d.is_primary and d.verified_at is not null limit 1)`

/** The address of a school that is known by its slug and its domain, if it has one. */
export const addressOf = ({ slug, host }: { host: null | string; slug: string }): string =>
  originOf(host ?? subDomainOf(slug))

/** Why an account links no school, or `open`. Platform work: it reads this one account. */
export const linkState = async ({ account, tenant }: Whose): Promise<LinkedSchools['state']> => {
  const { rows } = await systemPool().query<{ state: LinkedSchools['state'] }>(
    `select case when t.kind <> 'school' or not ${onlyLearns('u')} then 'staff'
       when t.settings_sign_in_linked is false then 'forbidden'
       when u.email_verified is not true then 'unconfirmed' else 'open' end as state
     from users u join tenants t on t.id = u.tenant_id where u.id = $1 and u.tenant_id = $2`,
    [account, tenant],
  )

  return rows[0]?.state ?? 'forbidden'
}

/** The schools that an account's owner linked with this one, in the order in which they did. Platform work: names and addresses of those alone. */
export const linkedSchools = async (whose: Whose): Promise<LinkedSchools> => {
  const { rows } = await systemPool().query<{
    host: null | string
    id: string
    name: string
    slug: string
  }>(
    `select l.id, t.name, t.slug, ${MAIN_HOST} as host from lectern_account_links l join tenants t on t.id = l.other_tenant
     where l.tenant = $1 and l.account = $2 order by l.created_at, l.id`,
    [whose.tenant, whose.account],
  )

  return {
    schools: rows.map(({ id, name, ...at }) => ({ id, name, address: addressOf(at) })),
    state: await linkState(whose),
  }
}
