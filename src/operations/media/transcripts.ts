import type { Payload, PayloadRequest } from 'payload'

import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { z } from 'zod'

import type { SpeechAccount } from '@/adapters/speech/types'

import type { Written } from './speech/lease'

import { SpeechRefused, SpeechUnavailable } from '@/adapters/speech/types'
import { whisper } from '@/adapters/speech/whisper'
import { probe } from '@/adapters/transcoding/probe'
import { soundOf } from '@/adapters/transcoding/sound'
import { hasFfmpeg } from '@/adapters/transcoding/tool'
import { CHANNELS } from '@/database/notices'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { cuesOf, soundParts } from '@/domain/media/transcripts'
import { captionsFault, captionsText } from '@/domain/media/webvtt'
import { env } from '@/env'
import { unseal } from '@/secrets'

import { startRounds } from './leasedRounds'
import {
  claimTranscript,
  completeTranscript,
  failTranscript,
  giveUpTranscripts,
  keepPart,
  releaseTranscript,
  renewTranscript,
} from './speech/lease'
import { originalOf } from './videos/original'

/** Has a film's words written down in a language, once; one that failed is tried again, without what was answered already. Throws noSpeechAccount. */
export const askTranscript = async ({
  id,
  language,
  req,
}: {
  id: string
  language: string
  req: PayloadRequest
}): Promise<boolean> => {
  if (!(await row(req, sql`select 1 from speech_accounts`))) {
    throw new RuleError('noSpeechAccount')
  }
  const asked = await row(
    req,
    sql`with asked as (
          insert into transcripts (id, tenant_id, media_id, language, status, percent, attempts)
          select uuidv7(), m.tenant_id, m.id, ${language}, 'queued', 0, 0 from media m
          where m.id = ${id} and m.mime_type ~ '^(video|audio)/' and m.filename is not null
          on conflict (media_id, language) do update set status = 'queued', attempts = 0, reason = null, detail = null, lease_until = null, updated_at = now()
          where transcripts.status = 'failed' returning 1)
        select pg_notify(${CHANNELS.videos}, '') from asked`,
  )
  const known = asked ?? (await row(req, sql`select 1 from transcripts where media_id = ${id} and language = ${language}`))

  return known !== undefined
}

/** The school's account is gone. */
class NoAccount extends Error {}

/** Nothing was said. */
class Silent extends Error {}

const accountOf = async (tenant: string): Promise<SpeechAccount> => {
  const { rows } = await systemPool().query<{ address: string; model: string; sealed: string }>(
    `select address, model, sealed from speech_accounts where tenant_id = $1 and sealed is not null order by id desc limit 1`,
    [tenant],
  )
  const [found] = rows
  if (!found) {
    throw new NoAccount()
  }
  const { address, model, sealed } = found
  const { apiKey } = z
    .object({ apiKey: z.string() })
    .parse(JSON.parse(unseal({ sealed, tenant })))

  return { address, key: apiKey, model }
}

/** A name that no other of the school's files has. */
const nameOf = ({ id, filename, language }: Written): string =>
  `${filename.replace(/\.[^.]*$/, '').slice(0, 60)}-${language}-${id.slice(-6)}.vtt`

const write = async (
  claimed: Written,
  {
    folder,
    onProgress,
    payload,
    signal,
  }: { folder: string; onProgress: (done: number) => void; payload: Payload; signal: AbortSignal },
): Promise<void> => {
  const { filename, filesize, language, media, parts: known, tenant } = claimed
  const speech = whisper(await accountOf(tenant))
  const file = await originalOf(
    { id: media, filename, filesize, tenant },
    folder,
    signal,
  )
  const { duration, hasSound } = await probe(file, signal)
  if (!hasSound) {
    throw new Silent()
  }
  const parts = soundParts(duration)
  for (const [nth, part] of parts.entries()) {
    if (!known[nth]) {
      const sound = await soundOf({ ...part, file, out: path.join(folder, `${nth}.mp3`), signal })
      const said = await speech({ language, signal, sound })
      known[nth] = said
      await keepPart(claimed, nth, said)
    }
    onProgress((nth + 1) / (parts.length + 1))
  }
  const cues = parts.flatMap((part, nth) =>
    cuesOf(part, known[nth] ?? [], nth === parts.length - 1),
  )
  const text = captionsText({ cues, head: '' })
  if (cues.length === 0 || captionsFault(text)) {
    throw new Silent()
  }
  const data = Buffer.from(text)
  const captions = await asTenant(tenant, async () =>
    payload.create({
      collection: 'media',
      data: { alt: filename, tenant },
      file: { name: nameOf(claimed), data, mimetype: 'text/vtt', size: data.length },
      overrideAccess: true, // a worker writes what an author asked for
      req: await createLocalReq({}, payload),
    }),
  )
  if (!(await completeTranscript(claimed, captions.id))) {
    await asTenant(tenant, async () =>
      payload.delete({
        id: captions.id,
        collection: 'media',
        overrideAccess: true, // nobody knows of it
        req: await createLocalReq({}, payload),
      }),
    )
  }
}

const failureOf = (error: unknown) => {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof SpeechUnavailable) {
    return { detail, reason: 'away' as const }
  }
  if (error instanceof SpeechRefused) {
    return { detail, reason: error.reason }
  }
  if (error instanceof NoAccount) {
    return { detail, reason: 'account' as const }
  }

  return { detail, reason: error instanceof Silent ? ('silent' as const) : ('broken' as const) }
}

/**
 * Has films' words written down by the services of their schools, one at a time, until `stop`. A transcript is with one worker; one that a
 * killed worker had is taken by the next, which asks for those parts alone that were not answered.
 */
export const startTranscribing = async ({
  payload,
}: {
  payload: Payload
}): Promise<{ stop: () => Promise<void> }> => {
  const can = env().TRANSCODES > 0 && (await hasFfmpeg())

  return startRounds({
    atOnce: can ? 1 : 0,
    claim: claimTranscript,
    fail: async (claimed, error) => {
      payload.logger.warn({ err: error, transcript: claimed.id }, 'A transcript was not written.')
      await failTranscript(claimed, failureOf(error))
    },
    logger: payload.logger,
    prelude: giveUpTranscripts,
    release: releaseTranscript,
    renew: renewTranscript,
    work: async ({ claimed, onProgress, signal }) => {
      const folder = path.join(tmpdir(), 'lectern-speech', claimed.run)
      await mkdir(folder, { recursive: true })
      try {
        await write(claimed, { folder, onProgress, payload, signal })
      } finally {
        await rm(folder, { force: true, recursive: true })
      }
    },
  })
}
