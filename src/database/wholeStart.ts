import type { postgresAdapter } from '@payloadcms/db-postgres'

type Init = ReturnType<typeof postgresAdapter>

/** What Payload keeps in the process, by the key it was asked for with. */
const kept = () => (globalThis as { _payload?: Map<string, unknown> })._payload

/**
 * Payload runs `onInit` at the first start alone, and counts one that failed: whoever asked next got a Payload without the fronts that `onInit` opens, for good.
 * Here a start that found no database is forgotten, and the next is the first again.
 */
export const withWholeStart = (base: Init): Init => ({
  ...base,
  init: (args) => {
    const adapter = base.init(args)
    const { connect } = adapter
    // Whoever waits for the connection is told by the error of the start itself.
    adapter.initializing?.catch(() => undefined)

    adapter.connect = async function connectOrForget(this: typeof adapter, options) {
      try {
        await connect?.call(this, options)
      } catch (error) {
        kept()?.delete('default')
        throw error
      }
    }

    return adapter
  },
})
