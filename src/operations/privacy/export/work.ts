import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { systemPool } from '@/database/hosts'
import { inTransaction, row, rows } from '@/database/transaction'
import { storage } from '@/adapters/storage'
import {
  EXPORT_DAYS,
  exportKey,
  exportsFolder,
  MOST_EXPORT_ATTEMPTS,
} from '@/domain/privacy/dataExports'
import { isLocale } from '@/domain/tenancy/locales'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

import { EXPORT_PARTS, writeDataExport } from './write'

type Taken = {
  account: string
  asker: string
  attempts: number
  email: string
  locale: null | string
  name: string
}

type Place = { id: string; payload: Payload; tenant: string }

const take = (req: PayloadRequest, id: string): Promise<Taken | undefined> =>
  row<Taken>(
    req,
    sql`update data_exports e set state = 'working', attempts = e.attempts + 1, done = 0, parts = ${EXPORT_PARTS}, updated_at = now()
        from users p, users a
        where e.id = ${id} and e.state in ('waiting', 'working') and p.id = e.account_id and p.status <> 'erased'
          and a.id = e.asked_by_id and a.status = 'active'
        returning p.id as account, a.id as asker, e.attempts::int as attempts, a.email, a.locale, a.name`,
  )

/**
 * Makes the file that was asked for, and mails who asked. What a crash cut short is made again from the beginning, under
 * the same key; after a few times it counts as failed. Outside a transaction.
 */
export const makeDataExport = async ({ id, payload, tenant }: Place): Promise<void> => {
  const aside = await createLocalReq({}, payload)
  const taken = await take(aside, id)
  const school = taken && (await schoolOf({ req: aside, tenant }))
  if (!school || taken.attempts > MOST_EXPORT_ATTEMPTS) {
    await rows(
      aside,
      sql`update data_exports set state = 'failed', expires_at = now() + ${`${EXPORT_DAYS} days`}::interval, updated_at = now()
          where id = ${id} and state in ('waiting', 'working')`,
    )

    return
  }
  const locale: Locale = isLocale(taken.locale) ? taken.locale : school.locale
  const { account } = taken
  const size = await writeDataExport({
    account,
    key: exportKey({ id, account, tenant }),
    locale,
    onPart: async (done) => {
      await rows(
        aside,
        sql`update data_exports set done = ${done}, updated_at = now() where id = ${id}`,
      )
    },
    req: await createLocalReq({}, payload),
    school: school.name,
    tenant,
  })
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const finished = await row(
      req,
      sql`update data_exports set state = 'done', done = parts, size = ${size}, expires_at = now() + ${`${EXPORT_DAYS} days`}::interval,
            updated_at = now() where id = ${id} and state = 'working' returning id`,
    )
    if (finished) {
      const isOwn = taken.asker === account
      await queueEmail({
        data: {
          name: taken.name,
          url: isOwn
            ? `${school.origin}/account/privacy`
            : `${school.origin}/admin/collections/users/${account}`,
        },
        key: `dataReady:${id}`,
        locale,
        req,
        template: 'dataReady',
        to: taken.email,
      })
    }
  })
}

/** Files forgotten in one round. */
const AT_ONCE = 500

/** Forgets files whose days are over; the file first, so that a crash leaves nothing that nobody knows of. */
export const forgetDataExports = async (payload: Payload): Promise<void> => {
  const { rows: over } = await systemPool().query<{ account: string; id: string; tenant: string }>(
    `select id, account_id as account, tenant_id as tenant from data_exports where expires_at <= now() order by expires_at limit ${AT_ONCE}`,
  )
  for (const one of over) {
    try {
      await storage().delete(exportKey(one))
      await systemPool().query('delete from data_exports where id = $1', [one.id])
    } catch (error) {
      payload.logger.warn(
        { err: error, export: one.id },
        'A file of personal data waits to be forgotten.',
      )
    }
  }
}

/** Forgets all files about an account, and those that it asked for. */
export const dropDataExports = async ({
  account,
  req,
  tenant,
}: {
  account: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await storage().deleteFolder(exportsFolder({ account, tenant }))
  const asked = await rows<{ account: string; id: string }>(
    req,
    sql`select id, account_id as account from data_exports where asked_by_id = ${account} and account_id <> ${account}`,
  )
  for (const one of asked) {
    await storage().delete(exportKey({ ...one, tenant }))
  }
  await rows(
    req,
    sql`delete from data_exports where account_id = ${account} or asked_by_id = ${account}`,
  )
}
