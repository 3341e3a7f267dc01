import type { Readable } from 'node:stream'

/** Bytes `start` to `end`, both included, counted from 0. */
export type ByteRange = { end: number; start: number }

/** What is known of a stored object without its bytes. `etag` is a quoted strong validator as HTTP writes it. */
export type ObjectHead = { contentType: string; etag: string; modifiedAt: Date; size: number }

/** A stored object with its bytes, or with `range` of them; `size` is always that of the whole. */
type StoredObject = ObjectHead & { range?: ByteRange; stream: Readable }

/**
 * Where files live. A key is `<tenantId>/<path>` of plain segments; anything else throws. Missing
 * objects are answered with null and deleting one is no error. A put is seen whole or not at all.
 */
export type Storage = {
  delete: (key: string) => Promise<void>
  /** Deletes every object whose key begins with `<folder>/`; `folder` is `<tenantId>/<path>` itself. */
  deleteFolder: (folder: string) => Promise<void>
  /** `range` must lie inside the object; see `rangeOf` for what clients ask. */
  get: (args: { key: string; range?: ByteRange }) => Promise<null | StoredObject>
  head: (key: string) => Promise<null | ObjectHead>
  put: (args: { body: Buffer | Readable; contentType: string; key: string }) => Promise<void>
}
