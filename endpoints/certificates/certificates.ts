import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { storage } from '@/adapters/storage'
import { rangeResponse } from '@/adapters/storage/rangeResponse'
import { row } from '@/database/transaction'
import { isSerial } from '@/domain/certificates/serials'
import { MANAGERS } from '@/domain/identity/roles'
import { certificateFile } from '@/operations/certificates/file'
import { issueMissingCertificates } from '@/operations/certificates/issue'
import { certificateBySerial } from '@/operations/certificates/read'
import { holds } from '@hooks/access'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

const input = z.object({ serial: z.string().max(64) })

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Beside Payload's own paths below this collection: anything of five letters is `count`. */
const SERIAL = '/:serial([^/]{1,4}|[^/]{6,})'

/**
 * GET /api/certificates/:serial: what the certificate says and whether it still holds; 404 for any
 * other serial. An id in place of the serial answers the row itself to whoever may read it.
 */
const verify = publicEndpoint({
  input,
  method: 'get',
  path: SERIAL,
  run: async ({ input: { serial }, req, tenant }) => {
    const found = UUID.test(serial)
      ? await rowById({ id: serial, req })
      : await certificateBySerial({ req, serial, tenant })
    if (!found) {
      throw new NotHere()
    }

    return found
  },
})

const rowById = async ({ id, req }: { id: string; req: PayloadRequest }) => {
  const { docs } = await req.payload.find({
    collection: 'certificates',
    depth: 0,
    disableErrors: true,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { equals: id } },
  })

  return docs[0]
}

/** GET /api/certificates/:serial/pdf: the certificate itself. 404 for an unknown serial, 410 once revoked. */
const pdf = publicEndpoint({
  input,
  method: 'get',
  path: '/:serial/pdf',
  run: async ({ input: { serial }, req, tenant }) => {
    const found = isSerial(serial)
      ? await row<{ id: string; number: string; revoked: boolean }>(
          req,
          sql`select id, number, revoked_at is not null as revoked from certificates
              where serial = ${serial} and tenant_id = ${tenant}`,
        )
      : undefined
    if (found?.revoked) {
      throw new CodedError({ code: 'certificateRevoked', status: 410 })
    }
    const key = found && (await certificateFile({ id: found.id, req, tenant }))
    const answer =
      key &&
      (await rangeResponse({
        fileName: `${found.number}.pdf`,
        key,
        request: { headers: req.headers, method: req.method },
        storage: storage(),
      }))
    if (!answer) {
      throw new NotHere()
    }

    return answer
  },
})

/** POST /api/certificates/issue-missing: issues those of courses completed earlier; for managers. 201 `{ issued }`. */
const issueMissing = endpoint({
  input: z.object({}),
  path: '/issue-missing',
  run: async ({ req, tenant }) => {
    if (!holds(req, [...MANAGERS, 'superAdmin'])) {
      throw new NotAllowed()
    }

    return { issued: await issueMissingCertificates({ req, tenant }) }
  },
  status: 201,
})

/** Endpoints below /api/certificates, which Payload looks for in the collection itself. */
export const certificateEndpoints = [verify, pdf, issueMissing] as const
