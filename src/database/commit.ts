import { randomUUID } from 'node:crypto'

import type { postgresAdapter } from '@payloadcms/db-postgres'

type Init = ReturnType<typeof postgresAdapter>
type Adapter = ReturnType<Init['init']>
type Transaction = Parameters<Parameters<Adapter['drizzle']['transaction']>[0]>[0]

const ROLLED_BACK = Symbol('rolled back')

/**
 * Payload answers success even when COMMIT itself fails (a deferred constraint, a lost connection).
 * Here a failed COMMIT throws, so that nobody is told of a change that is not there.
 */
export const withHonestCommit = (base: Init): Init => ({
  ...base,
  init: (args) => {
    const adapter = base.init(args)

    adapter.beginTransaction = async function begin(this: Adapter, options) {
      await this.initializing
      const opened = Promise.withResolvers<Transaction>()
      const decided = Promise.withResolvers<void>()
      const ended = this.drizzle.transaction(
        (transaction) => {
          opened.resolve(transaction)

          return decided.promise
        },
        (options as undefined) ?? this.transactionOptions ?? undefined,
      )
      ended.catch((error: unknown) => opened.reject(error))
      const id = randomUUID()
      this.sessions[id] = {
        db: await opened.promise,
        reject: async () => {
          decided.reject(ROLLED_BACK)
          await ended.catch((error: unknown) => {
            if (error !== ROLLED_BACK) {
              throw error
            }
          })
        },
        resolve: async () => {
          decided.resolve()
          await ended
        },
      }

      return id
    }

    adapter.commitTransaction = async function commit(this: Adapter, given) {
      const id = await given
      const session = this.sessions[id]
      if (session) {
        Reflect.deleteProperty(this.sessions, id)
        await session.resolve()
      }
    }

    return adapter
  },
})
