import type { KeySystem } from '@/domain/media/protection'

import { licencesOf } from '@/adapters/drm'
import { LicenceRefused, LicencesAway } from '@/adapters/drm/types'
import { systemPool } from '@/database/hosts'
import { contentKey } from '@/operations/media/contentKey'

import type { Admission } from '../streamGate'

import { GRANTED_FOR } from './grants'

/**
 * Why there is no licence: the film needs none, or none of that system (`notFound`); what was asked is no request for this film's key (`badRequest`);
 * the service says no (`licenceRefused`), or nothing (`licencesAway`).
 */
export type NoLicence = 'badRequest' | 'licenceRefused' | 'licencesAway' | 'notFound'

type Asked = { admission: Admission; body: Buffer; system: KeySystem; tenant: string }

/** Says in the school's newest account why the last licence was not given: again after a minute at the earliest. */
const note = async (tenant: string, error: null | string): Promise<void> => {
  await systemPool().query(
    `update drm_accounts set last_error = $2::text, failed_at = case when $2::text is null then null else now() end
     where id = (select id from drm_accounts where tenant_id = $1 order by id desc limit 1)
       and case when $2::text is null then last_error is not null
         else last_error is distinct from $2::text or failed_at < now() - interval '1 minute' end`,
    [tenant, error],
  )
}

/** A licence for one film, for ten minutes, to who was admitted to it. */
export const licenceFor = async ({
  admission: { licences, run, secret },
  body,
  system,
  tenant,
}: Asked): Promise<NoLicence | { body: Buffer; type: string }> => {
  const server = licences && licencesOf(licences)
  if (!server?.systems.includes(system)) {
    return 'notFound'
  }
  try {
    const licence = await server.licence({
      body,
      key: contentKey({ run, secret }),
      system,
      until: new Date(Date.now() + GRANTED_FOR),
    })
    await note(tenant, null)

    return licence
  } catch (error) {
    if (error instanceof LicenceRefused && error.reason === 'request') {
      return 'badRequest'
    }
    if (error instanceof LicenceRefused || error instanceof LicencesAway) {
      await note(tenant, error.message)

      return error instanceof LicencesAway ? 'licencesAway' : 'licenceRefused'
    }
    throw error
  }
}

/** What FairPlay asks for before all else; null where there is none. */
export const certificateFor = ({ licences }: Admission): Buffer | null =>
  licences && licencesOf(licences).certificate
