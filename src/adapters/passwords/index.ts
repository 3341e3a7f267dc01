import { env } from '@/env'

import { isInRange } from './range'
import { isCommon, isGuessable } from './strength'

/** What is wrong with a password that keeps to the rules of length. */
export type Weakness = 'passwordBreached' | 'passwordWeak'

/**
 * Why a password may not be chosen, or null. `words` are its owner's own: name, address, school. Lists of breached ones
 * are the built-in one of the most used and, with BREACHED_PASSWORDS_URL, one that is asked by the first five digits of
 * a hash. Where that does not answer, the password passes, and `log` hears of it.
 */
export const weaknessOf = async ({
  log,
  password,
  words,
}: {
  log: (error: unknown) => void
  password: string
  words: readonly string[]
}): Promise<null | Weakness> => {
  if (isCommon(password)) {
    return 'passwordBreached'
  }
  if (isGuessable(password, words)) {
    return 'passwordWeak'
  }
  const url = env().BREACHED_PASSWORDS_URL
  try {
    return url && (await isInRange({ password, url })) ? 'passwordBreached' : null
  } catch (error) {
    log(error)

    return null
  }
}
