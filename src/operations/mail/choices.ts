import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Channel, Event } from '@/domain/mail/events'

import { row, rows } from '@/database/transaction'
import { CHANNELS, EVENTS, isChosen, isOnByDefault } from '@/domain/mail/events'

type Place = { channel: Channel; event: Event }

/** What the account `u` of a statement said of a channel of an event, both of which are expressions; null where it said nothing. */
export const chosenFor = ({ channel, event }: { channel: SQL; event: SQL }): SQL =>
  sql`(select n.is_on from notification_choices n where n.tenant_id = u.tenant_id and n.user_id = u.id
        and n.event = ${event} and n.channel = ${channel})`

/** Whether the account `u` of a statement is told of an event on a channel. */
export const wants = (place: Place): SQL =>
  isChosen(place)
    ? sql`coalesce(${chosenFor({ channel: sql`${place.channel}`, event: sql`${place.event}` })}, ${isOnByDefault(place)}::boolean)`
    : sql`true`

/** Whether an account is told, event by event and channel by channel. */
export type Choices = Record<Event, Record<Channel, boolean>>

/** What an account chose, and the defaults where it chose nothing. */
export const readChoices = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<Choices> => {
  const said = await rows<Place & { isOn: boolean }>(
    req,
    sql`select event, channel, is_on as "isOn" from notification_choices where user_id = ${account}`,
  )
  const isOn = (place: Place): boolean => {
    const one = said.find(
      ({ channel, event }) => channel === place.channel && event === place.event,
    )

    return one && isChosen(place) ? one.isOn : isOnByDefault(place)
  }

  return Object.fromEntries(
    EVENTS.map((event) => [
      event,
      Object.fromEntries(CHANNELS.map((channel) => [channel, isOn({ channel, event })])),
    ]),
  ) as Choices
}

/**
 * Keeps whether an account is told of an event on a channel; false where there is no such account here. Only what differs from the
 * default is kept. Of two at once the later holds.
 */
export const choose = async ({
  account,
  isOn,
  req,
  ...place
}: Place & { account: string; isOn: boolean; req: PayloadRequest }): Promise<boolean> => {
  const { channel, event } = place
  const found = await row<{ tenant: string }>(
    req,
    sql`select u.tenant_id as tenant from users u where u.id = ${account} for no key update`,
  )
  if (!found) {
    return false
  }
  if (isOn === isOnByDefault(place)) {
    await rows(
      req,
      sql`delete from notification_choices where user_id = ${account} and event = ${event} and channel = ${channel}`,
    )
  } else {
    await rows(
      req,
      sql`insert into notification_choices (id, tenant_id, user_id, event, channel, is_on)
          values (uuidv7(), ${found.tenant}::uuid, ${account}::uuid, ${event}, ${channel}, ${isOn})
          on conflict (tenant_id, user_id, event, channel) do update set is_on = excluded.is_on, updated_at = now()`,
    )
  }

  return true
}
