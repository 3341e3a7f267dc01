import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TransferKind } from '@/domain/catalog/transfer/job'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import type { Made } from './write'

/** The course at a place of a transfer, counted from 0. */
export type Place = { place: number; req: PayloadRequest; tenant: string; transfer: string }

/** A course of a transfer that waits. */
export type Item = {
  askedBy: null | string
  attempts: number
  id: string
  kind: TransferKind
  options: null | { days: number; title: string }
  size: null | number
  source: string
  title: string
}

/** Of a course that was made: that it is there, and what it was made without. */
export const settledAs = ({ id, missing }: Made): ReturnType<typeof sql> =>
  sql`made = ${id}, missing = ${JSON.stringify(missing)}::jsonb, status = 'done'`

/**
 * Marks a course as settled, unless it is already, and sends the worker on. Runs in the caller's transaction, so that
 * whatever was written for the course stands exactly if the mark does; false where another worker was first.
 */
export const settle = async (
  { place, req, tenant, transfer }: Place,
  { id }: Item,
  set: ReturnType<typeof sql>,
): Promise<boolean> => {
  const settled = await row(
    req,
    sql`update course_transfer_items set ${set}, updated_at = now()
        where id = ${id} and status = 'waiting' returning id`,
  )
  if (settled) {
    const data = { place: place + 1, transfer }
    await announce({ data, fact: 'transfer.reached', req, tenant })
  }

  return Boolean(settled)
}
