import type { PayloadRequest } from 'payload'

import type { Ask } from '@/operations/tenancy/limits'

import { RuleError } from '@/domain/errors'
import { requireFeature } from '@/operations/tenancy/features'
import { askOf, hasRoom, takeRoom } from '@/operations/tenancy/limits'

import { accountLimit } from './accountLimit'

/**
 * Whether visitors may make accounts at the school now; throws registrationOff, and schoolFull where
 * its limit is reached. Asked before the address is looked up, so that a full school does not tell who
 * has an account there.
 */
export const checkRegistration = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await requireFeature({ feature: 'registration', req, tenant })
  if (!(await hasRoom({ ask: askOf(req), limit: accountLimit, tenant }))) {
    throw new RuleError('schoolFull')
  }
}

/** Takes a visitor's place in the school until the transaction ends; throws schoolFull, which says no number. */
export const takePlace = async ({ ask, tenant }: { ask: Ask; tenant: string }): Promise<void> => {
  try {
    await takeRoom({ ask, limit: accountLimit, more: 1, tenant })
  } catch (error) {
    throw error instanceof RuleError ? new RuleError('schoolFull') : error
  }
}
