import type { Payload, PayloadRequest } from 'payload'

import type { FactName, Facts } from '@/domain/facts'

/** What a reaction is handed: the fact's ids, its school, and a request in that school. */
export type ReactionArgs<Name extends FactName> = {
  data: Facts[Name]
  /** Id of the fact, the same at every attempt: a key for what must happen once. */
  event: string
  req: PayloadRequest
  tenant: string
}

export type Reaction = {
  /** Whether a fact is one of those it follows: for others no job is sent. */
  concerns: (data: never) => boolean
  name: string
  on: FactName
  run: (args: ReactionArgs<never>) => Promise<void>
  /** False where the work reaches outside the database and must not hold a transaction open. */
  transaction: boolean
}

/**
 * Work that follows from a fact, after the transaction that announced it. It runs in the fact's
 * school, in a transaction of its own. Delivery is at least once, so it must leave the same rows
 * behind the second time; after five failures it waits among the dead letters.
 */
export const reaction = <Name extends FactName>({
  name,
  concerns = () => true,
  on,
  run,
  transaction = true,
}: {
  concerns?: (data: Facts[Name]) => boolean
  name: string
  on: Name
  run: (args: ReactionArgs<Name>) => Promise<void>
  transaction?: boolean
}): Reaction => ({ name, concerns, on, run, transaction })

/** Work at set times, once per platform however many workers there are; it runs as the platform. */
export type ScheduledTask = {
  /** Five cron fields, in UTC. */
  cron: string
  name: string
  run: (args: { req: PayloadRequest }) => Promise<void>
}

/** Work that has to be done again once rows of an earlier time are back; it may run any number of times. */
export type AfterRestore = (payload: Payload) => Promise<unknown>
