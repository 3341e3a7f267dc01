import type { Endpoint, Payload, PayloadRequest } from 'payload'

import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'
import pg from 'pg'

import { closeHosts } from '@/database/hosts'
import { asTenant, currentScope } from '@/database/scope'
import { env } from '@/env'
import { runReaction } from '@/operations/events/runReaction'

import { takeWaiting } from './waitingJobs'

let payload: Payload

/** One Payload over a database of its own per test file; `database.ts` made it from the template. */
export const testPayload = (): (() => Payload) => {
  beforeAll(async () => {
    payload = await getPayload({ config })
  })
  afterAll(async () => {
    await closeHosts()
    const { pool } = payload.db as unknown as { pool: Pool }
    // Payload keeps one client for ever, and a pool ends when its last client is back.
    for (const client of pool._clients.filter(
      (one) => !pool._idle.some((idle) => idle.client === one),
    )) {
      client.release?.(true)
    }
    await pool.end()
    await dropOwnDatabase()
  })

  return () => payload
}

/** Takes away this file's database; a connection that a test still holds leaves it to the next run. */
const dropOwnDatabase = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await client
    .query(`drop database "${new URL(env().DATABASE_URL).pathname.slice(1)}"`)
    .catch(() => undefined)
  await client.end()
}

/** A request of the given person, or of nobody; run it within `asTenant`. */
export const requestOf = (user?: { id: string }): Promise<PayloadRequest> =>
  createLocalReq({ user: user ? ({ ...user, collection: 'users' } as never) : undefined }, payload)

type Client = { release?: (destroy: boolean) => void }
type Pool = { _clients: Client[]; _idle: { client: Client }[]; end: () => Promise<void> }

/**
 * Runs what the tested code sent to the queue, and what that sent in turn, until nothing is left.
 * Answers the names of the reactions that ran, in order.
 */
export const settle = async (): Promise<string[]> => {
  const ran: string[] = []
  for (;;) {
    const jobs = await takeWaiting()
    if (jobs.length === 0) {
      return ran
    }
    for (const { name, data } of jobs) {
      await runReaction({ name, job: data, payload })
      ran.push(name)
    }
  }
}

export type Called = { body: unknown; headers: Headers; status: number }

/** Calls an endpoint in `tenant` as `user` would, without a server in between. */
export const call = async (
  endpoint: Endpoint,
  {
    bytes,
    data,
    headers,
    params,
    query,
    tenant,
    user,
  }: {
    /** The body of a call that takes a file. */
    bytes?: Buffer
    data?: unknown
    headers?: Record<string, string>
    params?: Record<string, string>
    query?: Record<string, string>
    tenant: string
    user?: { id: string }
  },
): Promise<Called> =>
  asTenant(tenant, async () => {
    const req = await requestOf(user)
    const text = data === undefined ? '' : JSON.stringify(data)
    const answer = await endpoint.handler(
      Object.assign(req, {
        method: endpoint.method.toUpperCase(),
        routeParams: params ?? {},
        searchParams: new URLSearchParams(query),
        text: () => Promise.resolve(text),
        ...(headers && { headers: new Headers(headers) }),
        ...(bytes && { body: new Response(new Uint8Array(bytes)).body }),
      }),
    )
    const sent = await answer.text()

    return {
      body: sent.startsWith('{') || sent.startsWith('[') ? JSON.parse(sent) : sent,
      headers: answer.headers,
      status: answer.status,
    }
  })

/** The school of the running scope; a test that forgot `asTenant` fails here with words. */
export const tenantHere = (): string => {
  const { tenant } = currentScope()
  if (!tenant) {
    throw new Error('Run this within asTenant.')
  }

  return tenant
}
