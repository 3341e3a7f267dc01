import type { CollectionConfig, Config, Payload, Plugin } from 'payload'

import { nobody, tenantStaff } from '@hooks/access'
import { blameTheCaller, refuseMisshapen, soundReorder } from '@hooks/access/asked'
import { placeOfLessons } from '@hooks/catalog/lessonOrder'

const guarded = (hooks: CollectionConfig['hooks']) => ({
  ...hooks,
  beforeOperation: [refuseMisshapen, ...(hooks?.beforeOperation ?? [])],
})

/** Payload adds collections and an endpoint of its own after all plugins: they get the same edge once it has begun. */
const guardPayloadsOwn = ({ collections, config }: Payload): void => {
  for (const { config: collection } of Object.values(collections)) {
    if (collection.slug.startsWith('payload-')) {
      Object.assign(collection.hooks, guarded(collection.hooks))
      Object.assign(collection.access, { readVersions: nobody })
    }
    if (collection.slug === 'payload-locked-documents') {
      Object.assign(collection.access, {
        create: tenantStaff,
        delete: tenantStaff,
        read: tenantStaff,
        update: tenantStaff,
      })
    }
  }
  const reorder = config.endpoints.find(({ path }) => path === '/reorder')
  if (reorder) {
    Object.assign(reorder, soundReorder(placeOfLessons({ ...reorder })))
  }
}

/** What every collection refuses before its own hooks run, and how the API words what the caller got wrong. */
export const edge: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: guarded(collection.hooks),
  })),
  hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), blameTheCaller] },
  onInit: async (payload) => {
    await config.onInit?.(payload)
    guardPayloadsOwn(payload)
  },
})
