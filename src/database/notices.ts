import pg from 'pg'

import { roleUrl } from './roles'

/** What every process hears of, each on a channel of PostgreSQL's `notify`. */
export const CHANNELS = {
  /** A trigger of `address_blocks`: other addresses are blocked now. */
  blocks: 'lectern_blocks',
  /** Triggers of `tenants` and `domains`: host names may map elsewhere now. */
  hosts: 'lectern_hosts',
  /** A school's public pages changed; the payload is the school's id. */
  pages: 'lectern_pages',
  /** A film or a recording waits to be prepared for watching. */
  videos: 'lectern_videos',
} as const

type Channel = keyof typeof CHANNELS

type Listener = {
  heard: (payload: string) => void
  /** Notices may have been missed from here on; `hearing` connects anew. */
  lost: () => void
}

type State = {
  client?: pg.Client
  connected?: Promise<void>
  /** The connection was lost, and no other has been made since. */
  isLost?: boolean
  listeners: { channel: Channel; listener: Listener }[]
}

const shared = globalThis as { lecternNotices?: State }

/** One connection for the process, however often the module is bundled. */
const state = (shared.lecternNotices ??= { listeners: [] })

/** Calls `listener` for each notice on a channel, once `hearing` has been awaited. */
export const hear = (channel: Channel, listener: Listener): void => {
  state.listeners.push({ channel, listener })
}

/** Resolves when notices are heard; connects where the connection was lost or never made. */
export const hearing = (): Promise<void> => (state.connected ??= connect())

/** How long a server may take to answer at all. */
const PATIENCE_MS = 3_000

/** Whether the database did not answer when it was last asked to tell of changes. */
export const isDatabaseAway = (): boolean => state.isLost === true

const connect = async (): Promise<void> => {
  let isLost = false
  const lose = () => {
    if (!isLost) {
      isLost = true
      state.connected = undefined
      state.isLost = true
      state.listeners.forEach(({ listener }) => listener.lost())
    }
  }
  try {
    const client = new pg.Client({
      connectionString: roleUrl('lectern_system'),
      connectionTimeoutMillis: PATIENCE_MS,
    })
    client.on('notification', ({ channel, payload = '' }) =>
      state.listeners
        .filter((one) => CHANNELS[one.channel] === channel)
        .forEach(({ listener }) => listener.heard(payload)),
    )
    client.on('error', lose)
    client.on('end', lose)
    await client.connect()
    await client.query(
      Object.values(CHANNELS)
        .map((channel) => `listen ${channel}`)
        .join(';'),
    )
    state.client = client
    state.isLost = false
  } catch (error) {
    lose()
    throw error
  }
}

/** Ends the connection; for tests and for a clean stop. */
export const stopHearing = async (): Promise<void> => {
  const { client } = state
  state.client = undefined
  state.connected = undefined
  client?.removeAllListeners('end')
  await client?.end()
}
