import { PgBoss } from 'pg-boss'

import { roleUrl } from '@/database/roles'

/** Schema of the queue's own tables. */
export const QUEUE_SCHEMA = 'pgboss'

/** Where a job goes whose last attempt failed. */
export const DEAD_LETTERS = 'dead-letters'

/** Attempts after the first, with exponential back-off from 2 s to 5 minutes. */
const RETRIES = 5

/** How a reaction's queue treats its jobs. */
const QUEUE_OPTIONS = {
  deadLetter: DEAD_LETTERS,
  deleteAfterSeconds: 3 * 24 * 3600,
  expireInSeconds: 600,
  heartbeatSeconds: 10,
  notify: true,
  retryBackoff: true,
  retryDelay: 2,
  retryDelayMax: 300,
  retryLimit: RETRIES,
} as const

/** A boss that makes and upgrades the queue's tables; run as the owner, within the migration. */
export const installQueue = async ({
  databaseUrl,
  queues,
}: {
  databaseUrl: string
  queues: string[]
}): Promise<void> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 2,
    schedule: false,
    schema: QUEUE_SCHEMA,
    supervise: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const name of [DEAD_LETTERS, ...queues]) {
      const options = name === DEAD_LETTERS ? { notify: true, retryLimit: 20 } : QUEUE_OPTIONS
      await (known.has(name) ? boss.updateQueue(name, options) : boss.createQueue(name, options))
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The working half, for the worker process: takes jobs, watches for dead workers, and keeps the schedules. */
export const startWorkingBoss = async ({
  onError,
}: {
  onError: (error: Error) => void
}): Promise<PgBoss> => {
  const boss = new PgBoss({
    connectionString: roleUrl('lectern_system'),
    createSchema: false,
    max: 6,
    migrate: false,
    monitorIntervalSeconds: 1,
    schema: QUEUE_SCHEMA,
    superviseIntervalSeconds: 1,
    useListenNotify: true,
  })
  boss.on('error', onError)
  await boss.start()

  return boss
}

/** How a worker takes jobs: in batches, each job judged alone, woken by NOTIFY, with a slow poll as a net. */
export const WORK_OPTIONS = {
  batchSize: 10,
  burstWhenBatchFull: true,
  heartbeatRefreshSeconds: 3,
  includeMetadata: true,
  localConcurrency: 2,
  notifyPollingIntervalSeconds: 2,
  perJobResults: true,
  pollingIntervalSeconds: 1,
} as const
