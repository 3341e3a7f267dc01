import type { Payload } from 'payload'

import type { Tenant } from '@payload-types'

import { asPlatform } from '@/database/scope'

import { factories } from './index'

type Settings = Partial<Pick<Tenant['settings'], 'features' | 'languages' | 'limits' | 'tagline'>>

/** Schools for tests that decide about themselves, or are decided about. */
export const settingsFactories = (payload: Payload) => ({
  /** Changes settings as the platform's own code may; what is not given stays. */
  change: ({ id, ...settings }: Settings & { id: string }): Promise<Tenant> =>
    asPlatform(() =>
      payload.update({
        id,
        collection: 'tenants',
        data: { settings: settings },
        depth: 0,
        overrideAccess: true,
      }),
    ),
  school: async (settings: Settings = {}): Promise<Tenant> => {
    const { id } = await factories(payload).tenant()

    return settingsFactories(payload).change({ id, ...settings })
  },
})
