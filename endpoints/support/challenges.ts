import { newChallenge, redeem } from '@/adapters/challenges/challenge'
import { CHALLENGE_NEEDED, SOLUTION_HEADER } from '@/domain/identity/challenges'

import type { Asked } from './asked'

import { refuse } from './asked'

/** Says what has to be worked out before a form is taken. */
export const askToWork = async (asked: Asked, form: string): Promise<void> => {
  const challenge = await newChallenge({ form, tenant: asked.tenant.id })
  refuse(asked, { body: { challenge, code: CHALLENGE_NEEDED }, status: 422 })
}

/** Whether a form comes with what was to be worked out for it; with the same once more it does not. */
export const isWorkedOut = ({ request, tenant }: Asked, form: string): Promise<boolean> => {
  const text = request.headers[SOLUTION_HEADER]

  return typeof text === 'string'
    ? redeem({ form, tenant: tenant.id, text })
    : Promise.resolve(false)
}
