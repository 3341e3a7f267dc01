import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { MANAGERS } from '@/domain/identity/roles'
import { missingSmallPrint } from '@/operations/pages/startingTexts'

import { WriteStartingTexts } from './WriteStartingTexts'

/** Above the list of pages: offers managers the small print that their school does not have yet. */
export const StartingTexts = async ({ payload, user }: BeforeListTableServerProps) => {
  const roles = (user as null | { roles?: string[] })?.roles ?? []
  if (!MANAGERS.some((role) => roles.includes(role))) {
    return null
  }
  const missing = await missingSmallPrint({ req: await createLocalReq({ user }, payload) })

  return missing.length > 0 ? <WriteStartingTexts missing={missing} /> : null
}
