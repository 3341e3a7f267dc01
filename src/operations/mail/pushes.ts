import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Push, PushBrowser } from '@/adapters/push'
import type { Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { directionOf } from '@/domain/tenancy/locales'
import { schoolOf } from '@/operations/tenancy/school'

import { briefsOf } from './brief'
import { readPushKeys } from './pushKeys'

type Found = PushBrowser & {
  data: Record<string, unknown>
  link: string
  locale: Locale | null
  name: string
  template: Template
}

/** What the browser of a session is sent to show; undefined where that is over, is told no more, or its account is closed. */
export const readPush = async ({
  notification,
  req,
  session,
  tenant,
}: {
  notification: string
  req: PayloadRequest
  session: string
  tenant: string
}): Promise<Push | undefined> => {
  const found = await row<Found>(
    req,
    sql`select s.push_endpoint as endpoint, s.push_key as p256dh, s.push_auth as auth, n.template, n.data, n.link, u.locale, u.name
        from auth_sessions s join users u on u.id = s.user_id and u.status = 'active'
          join notifications n on n.user_id = s.user_id and n.id = ${notification}
        where s.id = ${session} and s.push_endpoint is not null and s.expires_at > now()`,
  )
  const [school, keys] = found
    ? [await schoolOf({ req, tenant }), await readPushKeys({ req, tenant })]
    : []
  if (!found || !school || !keys) {
    return undefined
  }
  const { auth, endpoint, link, p256dh } = found
  const locale = found.locale ?? school.locale
  const { name } = found
  const [brief] = await briefsOf({ name, locale, req, said: [found], school })

  return {
    browser: { auth, endpoint, p256dh },
    keys,
    message: JSON.stringify({
      ...brief,
      dir: directionOf(locale),
      lang: locale,
      link,
      tag: notification,
    }),
    topic: notification.replaceAll('-', ''),
  }
}

/** Tells the browser of a session no more, since it takes nothing, unless it has another address by now. */
export const forgetBrowser = async ({
  id,
  endpoint,
  req,
}: {
  endpoint: string
  id: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update auth_sessions set push_endpoint = null, push_key = null, push_auth = null, push_since = null
        where id = ${id}::uuid and push_endpoint = ${endpoint}`,
  )
}
