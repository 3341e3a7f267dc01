import type { CollectionAfterReadHook } from 'payload'

import { cdn } from '@/adapters/cdn'
import { idOf } from '@/domain/ids'
import { publicUrl } from '@/domain/media/publicUrl'
import { cdnTag } from '@/operations/media/serveMedia'
import { mediaOrigin } from '@/operations/tenancy/publicFiles'
import { reaction } from '@hooks/events/reaction'

type Rendition = { url?: null | string }

/** A row of `media`, of which a caller may have asked for less. */
type Read = Rendition & {
  isPublic?: boolean | null
  sizes?: null | Record<string, null | Rendition | undefined>
  tenant?: string | { id: string }
  updatedAt?: string
}

/** Gives a public file and its sizes the address under which browsers and the CDN may keep them for good. */
export const publicAddresses: CollectionAfterReadHook = ({ doc }) => {
  const { isPublic, sizes, tenant, updatedAt, ...rest } = doc as Read
  if (!isPublic || !tenant || !updatedAt) {
    return doc as unknown
  }
  const addressed = <One extends Rendition>(one: One): One =>
    one.url
      ? {
          ...one,
          url: publicUrl({ cdn: mediaOrigin(), tenant: idOf(tenant), updatedAt, url: one.url }),
        }
      : one

  return {
    ...addressed(rest),
    isPublic,
    tenant,
    updatedAt,
    ...(sizes && {
      sizes: Object.fromEntries(
        Object.entries(sizes).map(([name, one]) => [name, one && addressed(one)]),
      ),
    }),
  } as unknown
}

/** Has the CDN drop a file that was changed, hidden or deleted. */
export const purgeCdnOnContentChanged = reaction({
  name: 'purgeCdnOnContentChanged',
  concerns: ({ collection }) => collection === 'media',
  on: 'content.changed',
  run: ({ data: { id } }) => cdn().purge([cdnTag(id)]),
  transaction: false,
})
