import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
} from 'payload'

import type { Addressed } from '@/domain/pages/addresses'

import { addressOf } from '@/domain/pages/addresses'
import { keepAddress, publicSlug, releaseAddress, releaseAll } from '@/operations/pages/redirects'

/** Under what the address before a change is kept for those hooks that follow it. */
const keyOf = (collection: string, id: string): string => `address of ${collection} ${id}`

/** Notes where visitors read the document before it changes; the draft beside it may say otherwise. */
const noteAddress =
  (collection: Addressed): CollectionBeforeChangeHook =>
  async ({ context, operation, originalDoc, req }) => {
    const id = (originalDoc as undefined | { id?: string })?.id
    if (operation === 'update' && id) {
      context[keyOf(collection, id)] = await publicSlug({ id, collection, lock: true, req })
    }
  }

/**
 * An address that was public and is no longer leads to its document from now on. One that a document
 * takes is its own at once, whatever it led to before. `/` always has a page and leads nowhere else.
 */
const followAddress =
  (collection: Addressed): CollectionAfterChangeHook<{ _status?: null | string; id: string }> =>
  async ({ context, doc: { id, _status }, req }) => {
    const before = context[keyOf(collection, id)]
    if (_status === 'draft' && typeof before !== 'string') {
      return
    }
    const now = await publicSlug({ id, collection, req })
    if (now !== undefined && now !== before) {
      await releaseAddress({ id, slug: now, collection, req })
    }
    if (typeof before === 'string' && now !== before && addressOf(collection, before) !== '/') {
      await keepAddress({ id, slug: before, collection, req })
    }
  }

const forgetAddresses =
  (collection: Addressed): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    await releaseAll({ id: String(id), collection, req })
  }

/** Keeps the old addresses of a collection's rows; for `domain`. */
export const addresses = (collection: Addressed) => ({
  afterChange: [followAddress(collection)],
  beforeChange: [noteAddress(collection)],
  beforeDelete: [forgetAddresses(collection)],
})
