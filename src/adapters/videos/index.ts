import { z } from 'zod'

import { env } from '@/env'
import { unseal } from '@/secrets'

import type { BunnyKeys } from './bunny'
import type { MuxKeys } from './mux'
import type { FilmKeeper, VideoProvider } from './types'
import type { VimeoKeys } from './vimeo'

import { bunnyVideos } from './bunny'
import { muxVideos } from './mux'
import { vimeoVideos } from './vimeo'

const keysShape = z.record(z.string(), z.string())

/** The provider of a school's account, by its keys as the row holds them. */
export const videosOf = ({
  provider,
  sealed,
  tenant,
}: {
  provider: FilmKeeper
  sealed: string
  tenant: string
}): VideoProvider => {
  const keys: unknown = keysShape.parse(JSON.parse(unseal({ sealed, tenant })))
  const { BUNNY_API_BASE, MUX_API_BASE, VIMEO_API_BASE } = env()
  switch (provider) {
    case 'bunny':
      return bunnyVideos(keys as BunnyKeys, { apiBase: BUNNY_API_BASE })
    case 'mux':
      return muxVideos(keys as MuxKeys, { apiBase: MUX_API_BASE })
    case 'vimeo':
      return vimeoVideos(keys as VimeoKeys, { apiBase: VIMEO_API_BASE })
  }
}
