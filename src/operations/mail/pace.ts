import { setTimeout } from 'node:timers/promises'

import { systemPool } from '@/database/hosts'

/**
 * Waits until the provider may be sent the next mail. All workers draw their turns from one row, each
 * `1 / perSecond` seconds after the one before, so that together they never go faster; time in which
 * nobody sends is not saved up. Whoever waits holds neither a connection nor a mail.
 */
export const awaitTurn = async ({
  perSecond,
  provider,
}: {
  perSecond: number
  provider: string
}): Promise<void> => {
  const { rows } = await systemPool().query<{ wait: number }>(
    `insert into lectern_mail_pace as pace (provider, free_at)
     values ($1, clock_timestamp() + $2 * interval '1 second')
     on conflict (provider) do update
       set free_at = greatest(pace.free_at, clock_timestamp()) + $2 * interval '1 second'
     returning (1000 * (extract(epoch from free_at - clock_timestamp()) - $2))::float8 as wait`,
    [provider, 1 / perSecond],
  )
  await setTimeout(Math.max(0, Math.ceil(rows[0]?.wait ?? 0)))
}
