import type { postgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

type Init = ReturnType<typeof postgresAdapter>

/** Has the next row that `req` makes in a collection be made under an id that is known before it. Not for what callers send. */
export const giveId = (
  req: PayloadRequest,
  { id, collection }: { collection: string; id: string },
): void => {
  req.context.givenIds = { ...(req.context.givenIds as object | undefined), [collection]: id }
}

const givenTo = (
  req: Partial<PayloadRequest> | undefined,
  collection: string,
): string | undefined =>
  (req?.context?.givenIds as Record<string, string> | undefined)?.[collection]

/** Lets our own code name the id of a row (`giveId`), which Payload lets everybody do or nobody. */
export const withGivenIds = (base: Init): Init => ({
  ...base,
  init: (args) => {
    const adapter = base.init(args)
    const { create } = adapter

    adapter.create = function named(this: typeof adapter, given) {
      const id = givenTo(given.req, given.collection)
      const self = id
        ? (Object.assign(Object.create(this) as typeof adapter, {
            allowIDOnCreate: true,
          }) as typeof adapter)
        : this

      return create.call(self, id ? { ...given, data: { ...given.data, id } } : given)
    }

    return adapter
  },
})
