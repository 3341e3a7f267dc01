import type { ListViewServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { idOf } from '@/domain/ids'
import { keyDesk } from '@/operations/identity/keyDesk'

import { Keys } from './keys/Keys'

/** Keys with which programs call the API, in place of Payload's list. */
export const KeysPanel = async ({ payload, user }: ListViewServerProps) => {
  const { tenant } = (user ?? {}) as { tenant?: string | { id: string } }
  const req = await createLocalReq({ user }, payload)
  const initial = tenant ? await keyDesk({ req, tenant: idOf(tenant) }) : null

  return initial && <Keys initial={initial} />
}
