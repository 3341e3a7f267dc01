import type { Readable } from 'node:stream'

/** Bytes `start` to `end`, both included, counted from 0. */
export type ByteRange = { end: number; start: number }

/** What is known of a stored object without its bytes. `etag` is a quoted strong validator as HTTP writes it. */
export type ObjectHead = { contentType: string; etag: string; modifiedAt: Date; size: number }

/** An object as a list names it; its etag is that of its head. */
export type ListedObject = Pick<ObjectHead, 'etag' | 'modifiedAt' | 'size'> & { key: string }

/** A stored object with its bytes, or with `range` of them; `size` is always that of the whole. */
type StoredObject = ObjectHead & { range?: ByteRange; stream: Readable }

/**
 * Where files live. A key is `<tenantId>/<path>` of plain segments; anything else throws. Missing
 * objects are answered with null and deleting one is no error. A put is seen whole or not at all.
 */
export type Storage = {
  /** Makes what arrived under `from` the object `key` too, without sending it again; `from` stays. May run twice. */
  adopt: (args: { contentType: string; from: string; key: string }) => Promise<void>
  arrivals: BucketArrivals | DiskArrivals
  delete: (key: string) => Promise<void>
  /** Deletes every object whose key begins with `<folder>/`; `folder` is `<tenantId>/<path>` itself. */
  deleteFolder: (folder: string) => Promise<void>
  /** `range` must lie inside the object; see `rangeOf` for what clients ask. */
  get: (args: { key: string; range?: ByteRange }) => Promise<null | StoredObject>
  head: (key: string) => Promise<null | ObjectHead>
  /** Every object, or those whose key begins with `<folder>/`; of what comes and goes meanwhile some. */
  list: (folder?: string) => AsyncIterable<ListedObject>
  /** Where an object lies on this machine, for tools that read files; null where it lies elsewhere. */
  pathOf: (key: string) => null | string
  put: (args: { body: Buffer | Readable; contentType: string; key: string }) => Promise<void>
}

/** A file that comes bit by bit to this machine: what is there of it is an object like any other. */
export type DiskArrivals = {
  /** Cuts off what is behind `size` bytes. */
  cut: (args: { key: string; size: number }) => Promise<void>
  /** Where it lies on this machine. */
  pathOf: (key: string) => string
  /** Bytes that are there; 0 before any are. */
  size: (key: string) => Promise<number>
  way: 'tus'
  /** Appends at `offset` and answers how many bytes are there then. What came before an error stays. Keeps no part when it asks for the next. */
  write: (args: { body: AsyncIterable<Uint8Array>; key: string; offset: number }) => Promise<number>
}

/** One part of a file in a bucket; parts are counted from 1. */
export type ArrivedPart = { number: number; size: number }

/** A file that comes to the bucket itself in parts, by addresses that were signed for them. */
export type BucketArrivals = {
  /** Forgets the parts of an upload; one that is unknown is no error. */
  abort: (args: { key: string; upload: string }) => Promise<void>
  begin: (args: { contentType: string; key: string }) => Promise<string>
  /** Makes the parts one object. May run twice. */
  complete: (args: { key: string; upload: string }) => Promise<void>
  parts: (args: { key: string; upload: string }) => Promise<ArrivedPart[]>
  /** Where a part is to be sent with PUT, for `seconds`. */
  sign: (args: { key: string; number: number; seconds: number; upload: string }) => Promise<string>
  way: 'parts'
}
