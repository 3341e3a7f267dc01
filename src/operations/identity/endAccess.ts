import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/**
 * Ends whatever an account reaches the school by, in the caller's transaction: its sessions, and links of mails that would
 * begin one. Statements that read a session ask for an active account besides, and so does every leave to watch a film.
 */
export const endAccess = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(req, sql`delete from auth_sessions where user_id = ${account}`)
  await rows(req, sql`delete from auth_verifications where value = ${account}`)
}
