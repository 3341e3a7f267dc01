import type { SessionUser } from '@/operations/identity/session'

import type { SignedIn } from './endpoint'

import { isFresh } from '@/operations/identity/proof'

import { CodedError } from './errors'

/**
 * Throws 401 `reauthenticationNeeded` unless whoever asks signed in, or showed once more who they are, within
 * ten minutes: for what a stranger at an open browser must not do. `POST /api/account/proof` shows it.
 */
export const requireFresh = async (req: SignedIn, tenant: string): Promise<void> => {
  if (!(await isFresh({ account: String(req.user.id), now: new Date(), req, tenant }))) {
    throw new CodedError({ code: 'reauthenticationNeeded', status: 401 })
  }
}

/** The same for a file of what a school knows of its people. A program passes with its key, for which its owner showed it. */
export const requireFreshForFile = async (req: SignedIn, tenant: string): Promise<void> => {
  if (!(req.user as Partial<SessionUser>).key) {
    await requireFresh(req, tenant)
  }
}
