import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { HostTenant } from '@/database/hosts'

import { placeOf } from '@/adapters/places'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { deviceOf } from '@/domain/identity/devices'
import { isLocale } from '@/domain/tenancy/locales'
import { queueEmail } from '@/operations/mail/queueEmail'

/** A session that was begun just now. */
type Begun = {
  id: string
  ipAddress?: null | string
  userAgent?: null | string
  userId: string
}

type Whose = { begun: Begun; req: PayloadRequest; tenant: HostTenant }

/**
 * What follows from a sign-in, one after the other for each account: the device is remembered, its owner hears of one
 * that they had not used before, and a learner stays within the devices that the school allows. Answers false where
 * this session is one too many and was ended.
 */
export const deviceSignedIn = async (whose: Whose & { origin: string }): Promise<boolean> => {
  const { begun, req } = whose
  await row(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`devices:${begun.userId}`}, 0))`,
  )
  const stays = await keepWithin(whose)
  if (stays) {
    await remember(whose)
  }

  return stays
}

/** What the caller is told whose session was one too many. */
export const refuseDevice = (): never => {
  throw new RuleError('tooManySignIns')
}

/** Ends the sessions of a learner that are too many, by the school's choice the oldest ones or the new one. */
const keepWithin = async ({ begun, req, tenant }: Whose): Promise<boolean> => {
  const limit = await row<{ most: number; whenFull: 'oldest' | 'refuse' }>(
    req,
    sql`select t.settings_device_limit_most::int as most, t.settings_device_limit_when_full as "whenFull" from tenants t
        where t.id = ${tenant.id} and t.settings_device_limit_most is not null
          and not exists (select 1 from users_roles r where r.parent_id = ${begun.userId} and r.value::text not in ('student', 'affiliate'))`,
  )
  if (!limit) {
    return true
  }
  const order = limit.whenFull === 'refuse' ? sql`created_at, id` : sql`created_at desc, id desc`
  const ended = await rows<{ id: string }>(
    req,
    sql`delete from auth_sessions where id in (
          select id from auth_sessions
          where user_id = ${begun.userId} and tenant_id = ${tenant.id} and expires_at > now()
          order by ${order} offset ${limit.most}
        ) returning id`,
  )

  return !ended.some(({ id }) => id === begun.id)
}

type Known = { email: string; first: boolean; locale: null | string; name: string }

/** Notes the device; a mail tells of one that is new, unless it is the account's first. */
const remember = async ({
  begun,
  origin,
  req,
  tenant,
}: Whose & { origin: string }): Promise<void> => {
  const { browser, system } = deviceOf(begun.userAgent ?? null)
  const device =
    browser || system ? `${browser ?? ''} ${system ?? ''}`.trim() : (begun.userAgent ?? '')
  const fresh = await row<Known>(
    req,
    sql`with noted as (
          insert into auth_devices (id, tenant_id, user_id, device) values (uuidv7(), ${tenant.id}, ${begun.userId}, ${device.slice(0, 200)})
          on conflict (tenant_id, user_id, device) do nothing returning 1
        )
        select u.email, u.name, u.locale,
          not exists (select 1 from auth_devices d where d.user_id = u.id) as first
        from users u where u.id = ${begun.userId} and exists (select 1 from noted)`,
  )
  if (!fresh || fresh.first) {
    return
  }
  const locale = isLocale(fresh.locale) ? fresh.locale : tenant.locale
  const log = (error: unknown) => req.payload.logger.warn({ err: error }, 'No places can be told.')
  const place = await placeOf({ address: begun.ipAddress ?? null, locale, log })
  await queueEmail({
    data: {
      name: fresh.name,
      at: new Date().toISOString(),
      device: device || null,
      place,
      url: `${origin}/account/security`,
    },
    key: `newDevice:${begun.id}`,
    locale,
    req,
    template: 'newDevice',
    to: fresh.email,
  })
}
