import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LicenceService } from '@/domain/media/drmAccounts'

import type { KeptDrmAccount } from '@/adapters/drm'

import { licencesOf } from '@/adapters/drm'
import { LicenceRefused, LicencesAway } from '@/adapters/drm/types'
import { CHANNELS } from '@/database/notices'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

/** How the protection of a school's films stands. `others` play in another way than is asked for now, `waiting` are being made anew. */
export type Protection = {
  failed: number
  failedAt: null | string
  isOn: boolean
  lastError: null | string
  /** Whether films wait for a machine that has the packager. */
  lacksPackager: boolean
  others: number
  protected: number
  service: LicenceService | null
  waiting: number
}

/** Films of the school's own that are ready for watching, with `isWanted` as they are to be. */
const FILMS = sql`select v.*, t.settings_playback_drm is true as is_wanted from videos v join tenants t on t.id = v.tenant_id
  where v.provider = 'own' and v.run is not null and v.has_picture`

/** How it stands in a school. */
export const protectionOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<Protection | undefined> =>
  row<Protection>(
    req,
    sql`with films as (${FILMS})
        select t.settings_playback_drm is true as "isOn", d.provider::text as service, d.last_error as "lastError",
          to_json(d.failed_at) #>> '{}' as "failedAt", f.*,
          exists (select 1 from videos v where v.tenant_id = t.id and v.reason = 'packagerMissing') as "lacksPackager"
        from tenants t left join lateral (
          select * from drm_accounts where tenant_id = t.id order by id desc limit 1) d on true, (
          select count(*) filter (where is_protected)::int as protected,
            count(*) filter (where status in ('queued', 'processing'))::int as waiting,
            count(*) filter (where status = 'failed')::int as failed,
            count(*) filter (where status in ('ready', 'failed') and is_protected is true <> is_wanted)::int as others
          from films) f
        where t.id = ${tenant}::uuid`,
  )

/**
 * Has every film of the school's that is ready made anew as it is to be now, protected or not; how many. They go on playing as they are until then. Twice
 * at once, each is queued once.
 */
export const remakeFilms = async (req: PayloadRequest): Promise<number> => {
  const queued = await row<{ films: number }>(
    req,
    sql`with films as (${FILMS}),
        queued as (
          update videos set status = 'queued', attempts = 0, percent = 0, reason = null, detail = null, lease_until = null
          where runner is null and status in ('ready', 'failed')
            and id in (select id from films where is_protected is true <> is_wanted) returning 1)
        select count(*)::int as films, pg_notify(${CHANNELS.videos}, '') from queued`,
  )

  return queued?.films ?? 0
}

/**
 * Whether the account that counts can be used, asked of its service; null where the school has none. Throws licenceKeysRefused with what the
 * service `said`, and licencesAway.
 */
export const checkLicences = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<null | { isReady: true }> => {
  const account = await row<KeptDrmAccount>(
    req,
    sql`select provider, sealed, tenant_id as tenant from drm_accounts where tenant_id = ${tenant}::uuid order by id desc limit 1`,
  )
  if (!account) {
    return null
  }
  try {
    await licencesOf(account).check()
  } catch (error) {
    if (error instanceof LicenceRefused) {
      throw new RuleError('licenceKeysRefused', { said: error.message.slice(0, 300) })
    }
    if (error instanceof LicencesAway) {
      throw new RuleError('licencesAway')
    }
    throw error
  }

  return { isReady: true }
}
