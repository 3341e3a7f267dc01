import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { portraitFrom } from '@/adapters/pictures/portrait'
import { storage } from '@/adapters/storage'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { portraitKey, portraitPath } from '@/domain/identity/portraits'
import { newId } from '@/newId'

type Whose = { account: string; req: PayloadRequest; tenant: string }

/** Puts another picture, or none, in the place of the one before, whose file goes; the last of several at once stays. */
const replace = async (whose: Whose, picture: null | string): Promise<void> => {
  const { account, req } = whose
  const before = await row<{ image: null | string }>(
    req,
    sql`update users u set image = ${picture}, updated_at = now()
        from (select id, image from users where id = ${account} for update) b
        where u.id = b.id and u.image is distinct from ${picture} returning b.image`,
  )
  const key = portraitKey({ ...whose, picture: before?.image ?? null })
  if (key) {
    await storage().delete(key)
  }
}

/**
 * Makes a person's picture out of an image file and answers its path. Throws pictureUnreadable for
 * what is none. The file is there before the account names it; outside a transaction.
 */
export const keepPortrait = async ({
  bytes,
  ...whose
}: Whose & { bytes: Buffer }): Promise<string> => {
  const made = await portraitFrom(bytes)
  const picture = newId()
  const key = portraitKey({ ...whose, picture })
  const path = portraitPath({ ...whose, picture })
  if (!made || !key || !path) {
    throw new RuleError('pictureUnreadable')
  }
  await storage().put({ body: made, contentType: 'image/webp', key })
  await replace(whose, picture)

  return path
}

/** Takes a person's picture away, if there is one. */
export const dropPortrait = (whose: Whose): Promise<void> => replace(whose, null)
