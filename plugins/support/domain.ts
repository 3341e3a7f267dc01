import type { CollectionConfig, Config, Endpoint, Plugin } from 'payload'

import type { Reaction, ScheduledTask } from '@hooks/events/reaction'

type Domain = {
  collections?: CollectionConfig[]
  endpoints?: Endpoint[]
  reactions?: Reaction[]
  tasks?: ScheduledTask[]
}

/** A domain of the platform as a Payload plugin: it adds what the domain owns and touches nothing else. */
export const domain =
  ({ collections = [], endpoints = [], reactions = [], tasks = [] }: Domain): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), ...collections],
    custom: {
      ...config.custom,
      reactions: [...((config.custom?.reactions ?? []) as Reaction[]), ...reactions],
      tasks: [...((config.custom?.tasks ?? []) as ScheduledTask[]), ...tasks],
    },
    endpoints: [...(config.endpoints ?? []), ...endpoints],
  })
