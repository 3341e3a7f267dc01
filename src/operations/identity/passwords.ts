import type { PayloadRequest } from 'payload'

import { weaknessOf } from '@/adapters/passwords'
import { RuleError } from '@/domain/errors'

/** A password that somebody chooses, and what is theirs besides it. */
export type Chosen = { password: unknown; words: readonly unknown[] }

/** Their words, and the parts of them, as a guesser would take them. */
const partsOf = (words: readonly unknown[]): string[] =>
  words.flatMap((word) =>
    typeof word === 'string'
      ? [word, ...word.split(/[\s@.+_-]+/)].filter((part) => part.length > 2)
      : [],
  )

/** Characters beyond which a password is refused for its length, and not looked at. */
const MOST = 128

/** Throws passwordBreached and passwordWeak for a password that is soon guessed or known already. */
export const checkPassword = async ({
  chosen: { password, words },
  req,
}: {
  chosen: Chosen
  req: PayloadRequest
}): Promise<void> => {
  if (typeof password !== 'string' || password.length < 8 || password.length > MOST) {
    return
  }
  const weakness = await weaknessOf({
    log: (error) => req.payload.logger.warn({ err: error }, 'A list of passwords did not answer.'),
    password,
    words: partsOf(words),
  })
  if (weakness) {
    throw new RuleError(weakness)
  }
}
