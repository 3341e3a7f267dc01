import type { Payload } from 'payload'

import { runReaction } from '@/operations/events/runReaction'

import { takeWaiting } from './waitingJobs'

/**
 * Runs the waiting jobs of one reaction, as a worker would, and leaves all others where they are. For
 * tests of a domain that has others after it, or whose rows make pages anew. Answers how many there were.
 */
export const settleOnly = async (payload: Payload, name: string): Promise<number> => {
  const jobs = await takeWaiting(name)
  for (const { data } of jobs) {
    await runReaction({ name, job: data, payload })
  }

  return jobs.length
}
