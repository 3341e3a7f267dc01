import type { Payload } from 'payload'

import { asTenant } from '@/database/scope'

/** A subscription whose time has come, and its school. */
export type Due = { id: string; tenant: string }

/**
 * Does `work` for each subscription that is due, in its school and by itself: one that fails waits for the next round, is
 * written down, and holds up no other. Answers how often the work was done, as it says itself.
 */
export const eachDue = async <One extends Due>({
  due,
  payload,
  work,
}: {
  due: readonly One[]
  payload: Pick<Payload, 'logger'>
  work: (one: One) => Promise<boolean>
}): Promise<number> => {
  let done = 0
  for (const one of due) {
    const isDone = await asTenant(one.tenant, () => work(one)).catch((error: unknown) => {
      payload.logger.warn(
        { err: error, subscription: one.id },
        'A subscription waits for the next round.',
      )

      return false
    })
    done += Number(isDone)
  }

  return done
}
