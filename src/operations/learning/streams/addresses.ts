import type { EdgeLeave } from '@/domain/media/edges'
import type { Licensing } from '@/domain/media/protection'

import { licencesOf } from '@/adapters/drm'
import { edgeLeave } from '@/adapters/cdn/edge'
import { videosOf } from '@/adapters/videos'
import { VideosRefused, VideosUnavailable } from '@/adapters/videos/types'
import { RuleError } from '@/domain/errors'
import { edgeFolder } from '@/domain/media/edges'
import { streamUrl } from '@/domain/media/streams'

import type { KeptDrmAccount } from '@/adapters/drm'

import type { PreparedVideo } from '../lessonMedia'

import { GRANTED_FOR } from './grants'

/** Where a player finds a film for as long as it may: with us, behind the grant, or at its provider, signed. */
export type FilmAddresses = {
  /** Where its segments are fetched by who can, until the leave ends: at the content delivery network, where there is one. */
  edge: EdgeLeave | null
  /** In how many ms they end. */
  expiresIn: number
  /** Where its licences are asked for, by the system; null where it plays without. */
  licences: Licensing | null
  poster: null | string
  /** Asked now and then with HEAD while it plays, it says whether that may go on. */
  pulse: string
  src: string
  story: null | string
}

/** Where players ask for licences: of us, with the grant. */
const licensing = (account: KeptDrmAccount, at: (path: string) => string): Licensing =>
  Object.fromEntries(
    licencesOf(account).systems.map((system) => [
      system,
      {
        ...(system === 'fairplay' && { certificate: at('certificate') }),
        licence: at(`licence/${system}`),
      },
    ]),
  )

/** The addresses of a video. Throws videoProviderAway where its provider makes none. */
export const addressesOf = async ({
  id,
  play,
  tenant,
  until,
  video: { hasPicture, hasStory, keeper, licences, run },
}: {
  id: string
  /** The watching for which they are. */
  play: string
  tenant: string
  /** When the leave ends, in ms. */
  until: number
  video: PreparedVideo
}): Promise<FilmAddresses> => {
  const at = (path: string) => streamUrl({ path, run, video: id })
  const leave = { expiresIn: GRANTED_FOR, pulse: at('pulse') }
  if (!keeper) {
    return {
      ...leave,
      edge: edgeLeave({ folder: edgeFolder({ run, tenant, video: id }), until, viewer: play }),
      licences: licences && licensing(licences, at),
      poster: hasPicture ? at('poster.webp') : null,
      src: at('master.m3u8'),
      story: hasStory ? at('story.vtt') : null,
    }
  }
  const { film, playback, provider, sealed } = keeper
  try {
    const seconds = GRANTED_FOR / 1000
    const signed = await videosOf({ provider, sealed, tenant }).open({
      externalId: film,
      playback,
      seconds,
    })

    return { ...leave, ...signed, edge: null }
  } catch (error) {
    if (error instanceof VideosUnavailable || error instanceof VideosRefused) {
      throw new RuleError('videoProviderAway')
    }
    throw error
  }
}
