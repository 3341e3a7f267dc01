import type { UIFieldServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { captionedFilm } from '@/operations/catalog/captionedFilm'

import { CaptionsTable } from './captions/CaptionsTable'

type File = { filename?: string; id?: string; mimeType?: string }

/** On the page of a file of captions: what is said, cue by cue, beside the film it belongs to. */
export const CaptionsEditor = async ({ data, payload, user }: UIFieldServerProps) => {
  const { id, filename, mimeType } = (data ?? {}) as File
  if (!id || !filename || mimeType !== 'text/vtt') {
    return null
  }
  const film = await captionedFilm({ captions: id, req: await createLocalReq({ user }, payload) })

  return <CaptionsTable file={{ id, filename }} film={film} />
}
