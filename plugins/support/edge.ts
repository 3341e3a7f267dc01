import type { CollectionConfig, Config, Endpoint, Payload, Plugin } from 'payload'

import { blameTheCaller, refuseMisshapen } from '@hooks/access/asked'
import { boundLists } from '@hooks/access/lists'
import { answerWhole, keepMoments } from '@hooks/access/writes'
import { auditedHooks } from '@hooks/identity/audit'

import { mendedGraphql } from './graphql'
import { keepKeysWithin } from './keys'
import { guardPayloadsOwn } from './payloadsOwn'

const guarded = (hooks: CollectionConfig['hooks']) => ({
  ...hooks,
  beforeOperation: [
    refuseMisshapen,
    boundLists,
    answerWhole,
    keepMoments,
    ...(hooks?.beforeOperation ?? []),
  ],
})

/** Payload would draw a picture of any text for anybody here; nothing of ours shows one. */
const noPictures: Endpoint = {
  handler: () => Response.json({ code: 'notFound' }, { status: 404 }),
  method: 'get',
  path: '/og',
}

/** No other origin may call the API, and so no answer speaks of those that may: Payload's header would name it on a school's host. */
const noCrossOrigin = ({ config }: Payload): void => {
  Object.assign(config, { cors: undefined })
}

/** What every collection refuses before its own hooks run, and how the API words what the caller got wrong. */
export const edge: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: guarded(auditedHooks(collection.slug, collection.hooks)),
  })),
  endpoints: [...(config.endpoints ?? []), noPictures],
  graphQL: mendedGraphql(config.graphQL),
  hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), blameTheCaller] },
  onInit: async (payload) => {
    await config.onInit?.(payload)
    guardPayloadsOwn(payload, guarded)
    keepKeysWithin(payload)
    noCrossOrigin(payload)
  },
})
