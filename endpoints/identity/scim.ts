import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Directory } from '@/operations/identity/scimTokens'

import { bearerOf } from '@/adapters/auth/tokens'
import { inTransaction } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { scimError, ScimRefused } from '@/domain/identity/scim/refused'
import { bareHost } from '@/domain/tenancy/hosts'
import { audited } from '@/operations/events/audit'
import { directoryBy } from '@/operations/identity/scimTokens'
import { originOf } from '@/operations/tenancy/origins'

import { publicEndpoint } from '../support/endpoint'

/** A request of a directory that came with its token. */
export type Asked = {
  at: { directory: Directory; req: PayloadRequest; tenant: string }
  /** The address of the service, without a slash at its end. */
  base: string
  /** The JSON body, or the query, with the parameters of the path. */
  sent: Record<string, unknown>
}

/** What is answered: null where there is nothing to say. */
type Said = { body: null | object; id?: string; status?: number }

const answer = (body: null | object, status: number): Response =>
  new Response(body && JSON.stringify(body), {
    headers: {
      'Cache-Control': 'private, no-store',
      ...(body && { 'Content-Type': 'application/scim+json' }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
    status,
  })

/** Rules of the school as a directory is told of them; anything else is a fault. */
const refusalOf = (error: unknown): ScimRefused => {
  if (error instanceof ScimRefused) {
    return error
  }
  if (error instanceof RuleError) {
    return new ScimRefused(403, `The school refuses it: ${error.code}.`)
  }
  const { cause, code = (cause as undefined | { code?: string })?.code } = error as {
    cause?: unknown
    code?: string
  }
  if (code === '23505') {
    return new ScimRefused(409, 'Somebody else was quicker.', 'uniqueness')
  }
  throw error
}

/**
 * An operation of SCIM 2.0 (RFC 7644) below /api/scim/v2, for whoever comes with a token of the school's directory: reads, or writes in
 * one transaction with the line of the audit log. Refusals are SCIM's: 401 without a token that holds, 403 for what the school refuses.
 */
export const scimEndpoint = ({
  method,
  path,
  run,
}: {
  method: 'delete' | 'get' | 'patch' | 'post' | 'put'
  path: `/${string}`
  run: (asked: Asked) => Promise<Said>
}) =>
  publicEndpoint({
    input: z.looseObject({}),
    method,
    path: `/scim/v2${path}`,
    run: async ({ input: sent, req, tenant }) => {
      try {
        const directory = await directoryBy({ req, tenant, token: bearerOf(req.headers) })
        if (!directory) {
          throw new ScimRefused(401, 'There is no such token.')
        }
        const base = `${originOf(bareHost(req.headers.get('host') ?? ''))}/api/scim/v2`
        const asked: Asked = { at: { directory, req, tenant }, base, sent }
        const { body, status = 200 } =
          method === 'get'
            ? await run(asked)
            : await inTransaction(req, async () => {
                const said = await run(asked)
                await writeDown(asked, {
                  id: said.id,
                  operation: `${method.toUpperCase()} /scim/v2${path}`,
                })

                return said
              })

        return answer(body, status)
      } catch (error) {
        const refusal = refusalOf(error)

        return answer(scimError(refusal), refusal.status)
      }
    },
    transaction: false,
  })

const writeDown = async (
  { at: { directory, req, tenant }, sent }: Asked,
  { id = null, operation }: { id?: null | string; operation: string },
): Promise<void> => {
  const isPerson = operation.includes('/Users')
  await audited(req, {
    changes: { provider: directory.provider, token: directory.token },
    collection: 'sign-in-providers',
    document: isPerson ? null : id,
    operation,
    personal: isPerson ? { after: sent, before: {} } : null,
    subject: isPerson ? id : null,
    tenant,
  })
}
