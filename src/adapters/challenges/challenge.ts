import type { Challenge, Solution } from 'altcha-lib/types'

import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { createHash } from 'node:crypto'

import { deriveSecret } from '@/secrets'

import { count } from '../limits/count'

/** Seconds in which a challenge may be solved. */
const LIFETIME = 600

/** Of 256 keys, each some milliseconds of work, one fits: about a second of a phone's time, and one key of ours to check it. */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 5000, keyLength: 32, keyPrefix: '00' }

/** Letters that an answer may have; ours have a third of them. */
const MOST_LETTERS = 3000

/** For which form of which school something is to be worked out. */
type Place = { form: string; tenant: string }

const secretOf = (tenant: string): string => deriveSecret({ purpose: `challenges:${tenant}` })

/** Something to work out before a form of a school is taken: signed, so that nothing has to be kept. */
export const newChallenge = ({ form, tenant }: Place, now = Date.now()): Promise<Challenge> =>
  createChallenge({
    ...WORK,
    data: { form },
    deriveKey,
    expiresAt: Math.floor(now / 1000) + LIFETIME,
    hmacSignatureSecret: secretOf(tenant),
  })

const answerIn = (text: string): null | { challenge: Challenge; solution: Solution } => {
  if (text.length > MOST_LETTERS) {
    return null
  }
  try {
    const said: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))

    return said as { challenge: Challenge; solution: Solution }
  } catch {
    return null
  }
}

/** The signature of the challenge of an answer that is right and in time; null for all others, and where another school gave it or for another form. */
const signatureOf = async ({
  form,
  tenant,
  text,
}: Place & { text: string }): Promise<null | string> => {
  const said = answerIn(text)
  try {
    const { verified } = await verifySolution({
      challenge: said?.challenge as Challenge,
      deriveKey,
      hmacSignatureSecret: secretOf(tenant),
      solution: said?.solution as Solution,
    })

    return verified && said?.challenge.parameters.data?.form === form
      ? String(said.challenge.signature)
      : null
  } catch {
    // What has another shape than an answer is none.
    return null
  }
}

/** Takes an answer: true for the first that comes with it, at whichever server, and for nobody after that. */
export const redeem = async (given: Place & { text: string }): Promise<boolean> => {
  const signature = await signatureOf(given)
  if (signature === null) {
    return false
  }
  const id = createHash('sha256').update(signature).digest('base64url')
  const [used] = await count([{ key: `${given.tenant} solved ${id}`, seconds: LIFETIME + 60 }])

  return used?.count === 1
}
