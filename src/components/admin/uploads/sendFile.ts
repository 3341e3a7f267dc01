import { HEAD_BYTES } from '@/domain/media/arrivals'

import type { Piece } from './sendPiece'

import { sendPiece } from './sendPiece'
import { fingerprintOf, hexOf, sha256 } from './sums'

/** A file as the school has it. */
export type Sent = { filename: string; id: string; mimeType: string }

/** Why a file did not become one of the school's, by its code, and in the school's words where it has some; of a full school, its limit in MB too. */
export class NotSent extends Error {
  readonly code: string
  readonly most: number
  readonly said: null | string

  constructor({
    code = 'serverError',
    most = 0,
    said = null,
  }: {
    code?: string
    most?: number
    said?: null | string
  }) {
    super(code)
    this.code = code
    this.most = most
    this.said = said
  }
}

/** Nothing was heard of the school: the same may be asked again. */
class Unheard extends Error {}

type Progress = {
  code?: string
  id: string
  media: null | Sent
  most?: number
  partBytes: number
  parts: number[]
  reason: null | string
  said: null | string
  sent: number
  state: 'done' | 'finishing' | 'open' | 'quarantined' | 'refused'
  way: 'parts' | 'tus'
}

type Sending = {
  file: File
  folder?: null | string
  /** Tells the upload's id, by which it can be given up. */
  onBegun?: (id: string) => void
  /** Tells how many bytes are there. */
  onProgress: (sent: number) => void
  signal: AbortSignal
}

const FAULT = 500

/** Milliseconds between two tries, growing to the last. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000]

/** Tries without a byte more before it is given up. */
const MOST_TRIES = 40

const ask = async <T>(
  path: string,
  method: string,
  signal: AbortSignal,
  body?: object,
): Promise<T> => {
  const answer = await fetch(`/api/uploads${path}`, {
    body: body && JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method,
    signal,
  }).catch(() => {
    throw new Unheard()
  })
  if (answer.status >= FAULT) {
    throw new Unheard()
  }
  const said = (await answer.json().catch(() => ({}))) as NotSent & T
  if (!answer.ok) {
    throw new NotSent(said)
  }

  return said
}

/** Waits before another try: until the line is back, where the browser knows that it is gone. */
const rest = (tries: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const pause = PAUSES[Math.min(tries, PAUSES.length - 1)]
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, pause)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })

/** Does something until the school has been heard. */
const persist = async <T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof Unheard) || signal.aborted || tries === MOST_TRIES) {
        throw error instanceof Unheard ? new NotSent({ code: 'unheard' }) : error
      }
      await rest(tries, signal)
    }
  }
}

const begin = async ({ file, folder, signal }: Sending): Promise<Progress> => {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())

  return persist(signal, async () =>
    ask<Progress>('', 'POST', signal, {
      name: file.name,
      fingerprint: await fingerprintOf(file),
      folder: folder ?? null,
      head: btoa(String.fromCharCode(...head)),
      size: file.size,
    }),
  )
}

const BROKEN = 400

/** What makes another try worthwhile: no answer, a fault, a busy or moved upload, a garbled part, an address that is too old. */
const isPassing = (status: number): boolean =>
  status === 0 || status >= FAULT || [403, 409, 423, 460].includes(status)

/** One part by an address of the bucket's; true once it is there. */
const putPart = async (
  sending: Sending,
  { id, number, piece }: { id: string; number: number; piece: Piece },
): Promise<boolean> => {
  const { signal } = sending
  const { parts } = await persist(signal, () =>
    ask<{ parts: { url: string }[] }>(`/${id}/parts`, 'POST', signal, { numbers: [number] }),
  )
  const { status } = await sendPiece({ ...piece, method: 'PUT', url: parts[0]?.url ?? '' })
  if (status >= BROKEN && !isPassing(status)) {
    throw new NotSent({ code: 'serverError' })
  }

  return status > 0 && status < BROKEN
}

/** One part to the school itself; true once it is there. */
const patchPart = async ({
  id,
  at,
  piece,
  sum,
}: {
  at: number
  id: string
  piece: Piece
  sum: null | Uint8Array
}) => {
  const { code, status } = await sendPiece({
    ...piece,
    headers: {
      'Content-Type': 'application/offset+octet-stream',
      'Lectern-Finishes': '1',
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(at),
      ...(sum && { 'Upload-Checksum': `sha256 ${btoa(String.fromCharCode(...sum))}` }),
    },
    method: 'PATCH',
    url: `/api/uploads/${id}`,
  })
  if (status >= BROKEN && !isPassing(status)) {
    throw new NotSent({ code })
  }

  return status > 0 && status < BROKEN
}

/** Sends what is missing, part by part, each until it is there. */
const sendParts = async (sending: Sending, begun: Progress): Promise<void> => {
  const { file, onProgress, signal } = sending
  const { id, partBytes, way } = begun
  let now = begun
  for (let tries = 0; now.sent < file.size && now.state === 'open';) {
    const missing = way === 'parts' ? firstMissing(now.parts) : 0
    const at = way === 'parts' ? (missing - 1) * partBytes : now.sent
    const body = file.slice(
      at,
      way === 'parts' ? at + partBytes : at + partBytes - (at % partBytes),
    )
    const before = now.sent
    const piece: Piece = { body, onProgress: (sent) => onProgress(before + sent), signal }
    const isThere =
      way === 'parts'
        ? await putPart(sending, { id, number: missing, piece })
        : await patchPart({ id, at, piece, sum: await sha256(body) })
    if (signal.aborted) {
      throw new NotSent({ code: 'paused' })
    }
    if (isThere) {
      tries = 0
      now = { ...now, parts: [...now.parts, missing], sent: now.sent + body.size }
    } else {
      tries += 1
      if (tries > MOST_TRIES) {
        throw new NotSent({ code: 'unheard' })
      }
      await rest(tries, signal)
      now = await persist(signal, () => ask<Progress>(`/${id}`, 'GET', signal))
    }
    onProgress(now.sent)
  }
}

const firstMissing = (parts: readonly number[]): number => {
  let number = 1
  while (parts.includes(number)) {
    number += 1
  }

  return number
}

/** SHA-256 of every part in hex; none where the browser cannot make them. */
const digestsOf = async (file: File, partBytes: number): Promise<string[] | undefined> => {
  const digests: string[] = []
  for (let at = 0; at < file.size; at += partBytes) {
    const sum = await sha256(file.slice(at, at + partBytes))
    if (!sum) {
      return undefined
    }
    digests.push(hexOf(sum))
  }

  return digests
}

const finish = async (
  { file, signal }: Sending,
  { id, partBytes, way }: Progress,
): Promise<Sent> => {
  // On the school's own disk each part was compared as it came.
  const digests = way === 'parts' ? await digestsOf(file, partBytes) : undefined
  for (let tries = 0; ; tries += 1) {
    const { media, reason, said, state } = await persist(signal, () =>
      ask<Progress>(`/${id}/finish`, 'POST', signal, { digests }),
    )
    if (media) {
      return media
    }
    if (state !== 'finishing' || signal.aborted) {
      throw new NotSent({ code: reason ?? 'uploadClosed', said })
    }
    await rest(Math.min(tries, 2), signal)
  }
}

/**
 * Sends a file to the school in parts, and answers it as one of the school's. What was sent before, from whatever tab, is not sent
 * again; a broken line is waited for. Throws NotSent; `signal` pauses, and the same call goes on.
 */
export const sendFile = async (sending: Sending): Promise<Sent> => {
  const begun = await begin(sending)
  sending.onBegun?.(begun.id)
  sending.onProgress(begun.sent)
  await sendParts(sending, begun)

  return finish(sending, begun)
}

/** Gives up an upload, with what the school has of it. */
export const giveUpUpload = async (id: string): Promise<void> => {
  await fetch(`/api/uploads/${id}`, { method: 'DELETE' }).catch(() => undefined)
}
