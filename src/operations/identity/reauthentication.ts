import type { PayloadRequest } from 'payload'

import { RuleError } from '@/domain/errors'

import { hasPassword, isPasswordOf } from './credentials'
import { isFresh } from './proof'

/**
 * Lets whoever is signed in on to what an open laptop must not be enough for: by the password, or, where the account has
 * none, by having signed in or proved it within ten minutes. Throws wrongPassword and signInAgain.
 */
export const proveOneself = async (whose: {
  account: string
  now: Date
  password?: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const { account, password = '', req } = whose
  if (!(await hasPassword(whose))) {
    if (!(await isFresh(whose))) {
      throw new RuleError('signInAgain')
    }
  } else if (!(await isPasswordOf({ account, password, req }))) {
    throw new RuleError('wrongPassword')
  }
}
