import { systemPool } from '@/database/hosts'

import { hashOf, newToken } from './tokens'

/** For how long somebody may take to sign in at the other school, and how long a browser is on its way there; in seconds. */
const SECONDS = { link: 900, switch: 45 } as const

type Kind = keyof typeof SECONDS

/** What is kept of a token that hands over; it names its school in a column of its own. */
export const handoverHash = (token: string): string =>
  hashOf({ tenant: 'handovers', value: `handover:${token}` })

/** Begins to hand an account over to another school: the token to bring there. */
export const beginHandover = async ({
  account,
  kind,
  tenant,
  to,
}: {
  account: string
  kind: Kind
  tenant: string
  to: string
}): Promise<string> => {
  const token = newToken()
  await systemPool().query(
    `with over as (delete from lectern_handovers where expires_at < now())
     insert into lectern_handovers (hash, kind, tenant, account, other_tenant, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
    [handoverHash(token), kind, tenant, account, to, SECONDS[kind]],
  )

  return token
}
