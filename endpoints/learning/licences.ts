import type { IncomingMessage } from 'node:http'

import type { StreamFile } from '@/domain/media/streams'
import type { Admission } from '@/operations/learning/streamGate'
import type { NoLicence } from '@/operations/learning/streams/licences'

import { MOST_LICENCE_BYTES } from '@/domain/media/protection'
import { systemOf } from '@/domain/media/streams'
import { waitForLicence } from '@/operations/learning/streams/licenceRate'
import { certificateFor, licenceFor } from '@/operations/learning/streams/licences'

/** What is said, whole; `code` where it is a refusal. */
type Said = { body: Buffer; type: string } | { code: string; status: number; wait?: number }

const STATUS: Record<NoLicence, number> = {
  badRequest: 403,
  licenceRefused: 422,
  licencesAway: 503,
  notFound: 404,
}

/** All that is sent; null beyond what a request for a licence may take. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST_LICENCE_BYTES) {
      return null
    }
    parts.push(part)
  }

  return Buffer.concat(parts)
}

/**
 * `POST …/licence/:system` with what the browser's module wrote, and `GET …/certificate` for FairPlay, to who was admitted to the film: 400 without
 * a request, 403 for the key of another film, 404 where it plays without licences, 413 beyond 64 KiB, 422 where the service says no, 429 beyond twenty
 * a minute, 503 where it does not answer.
 */
export const answerLicence = async ({
  admission,
  file,
  request,
  tenant,
}: {
  admission: Admission
  file: StreamFile
  request: IncomingMessage
  tenant: string
}): Promise<Said> => {
  const system = systemOf(file)
  if (file.run !== admission.run) {
    return { code: 'notFound', status: 404 }
  }
  if (!system) {
    const certificate = certificateFor(admission)

    return certificate
      ? { type: 'application/octet-stream', body: certificate }
      : { code: 'notFound', status: 404 }
  }
  const wait = waitForLicence({ now: Date.now(), play: admission.play })
  if (wait > 0) {
    return { code: 'tooMany', status: 429, wait }
  }
  const body = await bodyOf(request)
  if (!body) {
    return { code: 'tooLarge', status: 413 }
  }
  if (body.length === 0) {
    return { code: 'badRequest', status: 400 }
  }
  const licence = await licenceFor({ admission, body, system, tenant })

  return typeof licence === 'string' ? { code: licence, status: STATUS[licence] } : licence
}
