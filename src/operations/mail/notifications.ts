import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Event } from '@/domain/mail/events'
import type { Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'
import type { School } from '@/operations/tenancy/school'

import { row, rows } from '@/database/transaction'
import { eventOf } from '@/domain/mail/events'

import { briefsOf } from './brief'

/** What an account was told of: `link` is a path of the school, moments are ISO 8601. */
export type Notification = {
  id: string
  createdAt: string
  event: Event
  link: string
  readAt: null | string
  text: string
  title: string
}

/** Notifications of one answer. */
const PAGE = 20

/** Unread ones are counted so far: what is more is said as "more". */
const MOST_COUNTED = 99

type Whose = { account: string; req: PayloadRequest }

type Kept = Omit<Notification, 'event' | 'text' | 'title'> & {
  data: Record<string, unknown>
  template: Template
}

/**
 * What an account was told of, newest first, behind the notification `before` where one is given, in a language of its reader's; `next` is
 * what to go on behind, or null at the end.
 */
export const listNotifications = async ({
  name,
  account,
  before,
  locale,
  req,
  school,
}: Whose & {
  before?: string
  locale: Locale
  /** Of the reader, as some sentences say it. */
  name: string
  school: School
}): Promise<{ next: null | string; notifications: Notification[] }> => {
  const found = await rows<Kept>(
    req,
    sql`select id, template, data, link, to_json(read_at) #>> '{}' as "readAt", to_json(created_at) #>> '{}' as "createdAt"
        from notifications where user_id = ${account} and is_shown ${before ? sql`and id < ${before}::uuid` : sql``}
        order by id desc limit ${PAGE + 1}`,
  )
  const page = found.slice(0, PAGE)
  // What is told of no more is left out.
  const told = page.flatMap((one) => {
    const event = eventOf(one.template)

    return event ? [{ ...one, event }] : []
  })
  const briefs = await briefsOf({ name, locale, req, said: told, school })

  return {
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    notifications: told.flatMap(({ id, createdAt, event, link, readAt }, at) => {
      const brief = briefs[at]

      return brief ? [{ id, createdAt, event, link, readAt, ...brief }] : []
    }),
  }
}

/** How many an account has not read; `MOST_COUNTED` and one for more. */
export const countUnread = async ({ account, req }: Whose): Promise<number> => {
  const found = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from (select 1 from notifications where user_id = ${account} and is_shown and read_at is null limit ${MOST_COUNTED + 1}) n`,
  )

  return found?.count ?? 0
}

/**
 * Marks as read those that are named, or all up to the one that was the newest when its reader looked; answers how many were not read.
 * What is not the account's stays as it is.
 */
export const markRead = async ({
  account,
  req,
  ...named
}: Whose & ({ ids: string[] } | { upTo: string })): Promise<number> => {
  const which =
    'ids' in named
      ? sql`id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(named.ids)}::jsonb) x)`
      : sql`id <= ${named.upTo}::uuid`
  const found = await rows(
    req,
    sql`update notifications set read_at = now() where user_id = ${account} and read_at is null and ${which} returning 1`,
  )

  return found.length
}

/** Takes away what an account was told and chose, and what others were told of its person. */
export const forgetNotifications = async ({
  name,
  account,
  req,
}: Whose & { name: string }): Promise<void> => {
  await rows(req, sql`delete from notification_choices where user_id = ${account}`)
  await rows(
    req,
    sql`delete from notifications where user_id = ${account} or length(${name}) > 3 and strpos(data::text, ${name}) > 0`,
  )
}
