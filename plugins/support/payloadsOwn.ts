import type { CollectionConfig, Endpoint, Payload, SanitizedCollectionConfig } from 'payload'

import { forgetPreference } from '@endpoints/identity/preferences'
import { nobody, staffAnd, staffOnly } from '@hooks/access'
import { discreetAccess, soundReorder, staffEndpoint } from '@hooks/access/payloadEndpoints'
import { placeOfLessons } from '@hooks/catalog/lessonOrder'

const isAt = (method: Endpoint['method'], path: string) => (one: Endpoint) =>
  one.method === method && one.path === path

/** Locks and preferences serve the admin panel. */
const ADMIN_PANELS: Record<string, (collection: SanitizedCollectionConfig) => object> = {
  'payload-locked-documents': () => ({
    create: staffOnly,
    delete: staffOnly,
    read: staffOnly,
    update: staffOnly,
  }),
  'payload-preferences': ({ access }) => ({
    create: staffOnly,
    delete: staffAnd(access.delete),
    read: staffAnd(access.read),
    update: staffAnd(access.update),
  }),
}

const preferences = (endpoints: Endpoint[]): Endpoint[] =>
  endpoints.map((one) => {
    if (isAt('delete', '/:key')(one)) {
      return forgetPreference
    }

    return one.path === '/:key' ? staffEndpoint(one) : one
  })

const guardCollection = (
  collection: SanitizedCollectionConfig,
  guarded: (hooks: CollectionConfig['hooks']) => object,
): void => {
  const { slug } = collection
  const isPayloads = slug.startsWith('payload-')
  const mounted = (collection.endpoints || [])
    .filter(
      ({ path }) => !path.startsWith('/paste-url') && !(isPayloads && path === '/:id/duplicate'),
    )
    .map((one) => (isAt('post', '/access/:id?')(one) ? discreetAccess(one) : one))
  Object.assign(collection, {
    endpoints: slug === 'payload-preferences' ? preferences(mounted) : mounted,
  })
  if (isPayloads) {
    Object.assign(collection, { disableDuplicate: true })
    Object.assign(collection.hooks, guarded(collection.hooks))
    Object.assign(collection.access, { readVersions: nobody, ...ADMIN_PANELS[slug]?.(collection) })
  }
}

/**
 * Payload adds collections and endpoints of its own after all plugins: they get the same edge once it
 * has begun, the admin panel's are for staff, and what nobody may use is taken away.
 */
export const guardPayloadsOwn = (
  { collections, config }: Payload,
  guarded: (hooks: CollectionConfig['hooks']) => object,
): void => {
  for (const { config: collection } of Object.values(collections)) {
    guardCollection(collection, guarded)
  }
  const reorder = config.endpoints.find(isAt('post', '/reorder'))
  if (reorder) {
    Object.assign(reorder, staffEndpoint(soundReorder(placeOfLessons({ ...reorder }))))
  }
}
