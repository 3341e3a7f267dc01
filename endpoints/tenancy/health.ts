import type { Endpoint } from 'payload'

import { systemPool } from '@/database/hosts'
import { env } from '@/env'
import { backupHealth } from '@/operations/tenancy/backups'

type Part = { detail?: string; name: string; ok: boolean }

const measured = async (name: string, check: () => Promise<string | undefined>): Promise<Part> => {
  try {
    return { name, detail: await check(), ok: true }
  } catch (error) {
    return { name, detail: error instanceof Error ? error.message : 'failed', ok: false }
  }
}

/**
 * Of which day the reference rates are, and how many whole hours ago they came; null before there are any, and where nobody
 * can say. While their source is away the last ones hold: it is no part of whether the platform is well.
 */
const ratesNow = async (): Promise<null | { ageInHours: number; day: string }> => {
  const { rows } = await systemPool().query<{ ageInHours: number; day: string }>(
    `select to_char(day, 'YYYY-MM-DD') as day, floor(extract(epoch from now() - min(fetched_at)) / 3600)::int as "ageInHours"
     from lectern_exchange_rates where day = (select max(day) from lectern_exchange_rates) group by day`,
  )

  return rows[0] ?? null
}

/**
 * GET /api/health: 200 when everything the platform needs answers, else 503; `parts` names each, `rates` says how old the
 * reference rates are, and `backups` whether the last one is young enough and can be restored. A worker counts as alive when it has reported within half a minute.
 */
export const health: Endpoint = {
  handler: async () => {
    const { REDIS_URL, S3_BUCKET, SMTP_URL, STRIPE_SECRET_KEY } = env()
    const rates = ratesNow().catch(() => null)
    const backups = backupHealth(new Date()).catch(() => null)
    const parts = await Promise.all([
      measured('database', async () => {
        await systemPool().query('select 1')

        return undefined
      }),
      measured('worker', async () => {
        const { rows } = await systemPool().query<{ alive: boolean }>(
          `select coalesce(max(seen_at) > now() - interval '30 seconds', false) as alive from lectern_workers`,
        )
        if (!rows[0]?.alive) {
          throw new Error('no worker has reported lately')
        }

        return undefined
      }),
    ])
    const engines = {
      cache: REDIS_URL ? 'redis' : 'memory',
      files: S3_BUCKET ? 's3' : 'disk',
      mail: SMTP_URL ? 'smtp' : 'outbox',
      payments: STRIPE_SECRET_KEY ? 'stripe' : 'test',
    }
    const ok = parts.every((part) => part.ok)

    return Response.json(
      { backups: await backups, engines, ok, parts, rates: await rates },
      { headers: { 'Cache-Control': 'no-store' }, status: ok ? 200 : 503 },
    )
  },
  method: 'get',
  path: '/health',
}
