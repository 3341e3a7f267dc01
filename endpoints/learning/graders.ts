import type { PayloadRequest } from 'payload'

import { NotAllowed } from '../support/errors'

/** Whoever may read the attempts of the school grades them, and the work in its assignments. */
export const isGrader = async (req: PayloadRequest): Promise<boolean> =>
  Boolean(await req.payload.collections['quiz-attempts'].config.access.read({ req }))

/** Throws NotAllowed for whoever does not grade. */
export const requireGrader = async (req: PayloadRequest): Promise<void> => {
  if (!(await isGrader(req))) {
    throw new NotAllowed()
  }
}
