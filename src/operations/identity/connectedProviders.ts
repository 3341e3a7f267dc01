import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OfferedProvider, ProviderKind } from '@/domain/tenancy/offeredProviders'

import { rows } from '@/database/transaction'

/** Connections of an account with providers, and those that it could have besides; `kind` is null for a provider that the school no longer has. */
export type Connections = {
  connected: { addedAt: string; id: string; kind: null | ProviderKind; label: string }[]
  offered: OfferedProvider[]
}

/** How an account signs in elsewhere; moments are ISO 8601. */
export const connectionsOf = async ({
  account,
  req,
  tenant,
}: {
  account: string
  req: PayloadRequest
  tenant: string
}): Promise<Connections> => {
  const connected = await rows<Connections['connected'][number]>(
    req,
    sql`select a.id, p.kind::text as kind, coalesce(p.label, regexp_replace(a.provider_id, '^oidc:https?://', '')) as label,
          to_json(a.created_at) #>> '{}' as "addedAt"
        from auth_accounts a left join sign_in_providers p on p.tenant_id = a.tenant_id and p.in_use = a.provider_id
        where a.user_id = ${account} and a.provider_id <> 'credential' order by a.created_at, a.id`,
  )
  const offered = await rows<OfferedProvider>(
    req,
    sql`select p.id, p.kind::text as kind, coalesce(p.label, '') as label from sign_in_providers p
        where p.tenant_id = ${tenant} and p.in_use is not null
          and not exists (select 1 from auth_accounts a where a.user_id = ${account} and a.provider_id = p.in_use)
        order by p.position, p.id`,
  )

  return { connected, offered }
}
