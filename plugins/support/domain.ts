import type { CollectionConfig, Config, Endpoint, Plugin } from 'payload'

import type { AfterRestore, Reaction, ScheduledTask } from '@hooks/events/reaction'

type Hooks = Pick<
  NonNullable<CollectionConfig['hooks']>,
  'afterChange' | 'beforeChange' | 'beforeDelete' | 'beforeRead'
>

type Domain = {
  /** What has to be done again after a backup was restored. */
  afterRestore?: AfterRestore[]
  collections?: CollectionConfig[]
  endpoints?: Endpoint[]
  /** What follows, in this domain, from changes in collections of domains before it; after their own hooks. */
  hooks?: Record<string, Hooks>
  reactions?: Reaction[]
  tasks?: ScheduledTask[]
}

/**
 * Payload looks for addresses below a collection's name among that collection's own endpoints: those
 * of ours that lie there are handed to it, without the name.
 */
const withEndpoints = (collection: CollectionConfig, endpoints: Endpoint[]): CollectionConfig => {
  const below = endpoints.filter(({ path }) => path.startsWith(`/${collection.slug}/`))

  return below.length === 0
    ? collection
    : {
        ...collection,
        endpoints: [
          ...(collection.endpoints || []),
          ...below.map((endpoint) => ({
            ...endpoint,
            path: endpoint.path.slice(collection.slug.length + 1),
          })),
        ],
      }
}

const withHooks = (collection: CollectionConfig, added: Hooks | undefined): CollectionConfig =>
  added
    ? {
        ...collection,
        hooks: {
          ...collection.hooks,
          afterChange: [...(collection.hooks?.afterChange ?? []), ...(added.afterChange ?? [])],
          beforeChange: [...(collection.hooks?.beforeChange ?? []), ...(added.beforeChange ?? [])],
          beforeDelete: [...(collection.hooks?.beforeDelete ?? []), ...(added.beforeDelete ?? [])],
          beforeRead: [...(collection.hooks?.beforeRead ?? []), ...(added.beforeRead ?? [])],
        },
      }
    : collection

/**
 * A domain of the platform as a Payload plugin: it adds what the domain owns and touches nothing else,
 * but that addresses and hooks of its own may lie below a collection of a domain before it.
 */
export const domain =
  ({
    afterRestore = [],
    collections = [],
    endpoints = [],
    hooks = {},
    reactions = [],
    tasks = [],
  }: Domain): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), ...collections].map((collection) =>
      withHooks(withEndpoints(collection, endpoints), hooks[collection.slug]),
    ),
    custom: {
      ...config.custom,
      afterRestore: [...((config.custom?.afterRestore ?? []) as AfterRestore[]), ...afterRestore],
      reactions: [...((config.custom?.reactions ?? []) as Reaction[]), ...reactions],
      tasks: [...((config.custom?.tasks ?? []) as ScheduledTask[]), ...tasks],
    },
    endpoints: [
      ...(config.endpoints ?? []),
      ...endpoints.filter(
        ({ path }) =>
          ![...(config.collections ?? []), ...collections].some(({ slug }) =>
            path.startsWith(`/${slug}/`),
          ),
      ),
    ],
  })
