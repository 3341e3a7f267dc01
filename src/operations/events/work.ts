import type { Payload } from 'payload'
import type { JobWithMetadata } from 'pg-boss'

import { createLocalReq } from 'payload'

import type { JobData } from '@/adapters/queue/send'
import type { ScheduledTask } from '@hooks/events/reaction'

import { DEAD_LETTERS, startWorkingBoss, WORK_OPTIONS } from '@/adapters/queue/boss'
import { systemPool } from '@/database/hosts'
import { asPlatform } from '@/database/scope'

import { reactionsOf, runReaction } from './runReaction'

/** How often a worker says that it is alive, in ms; the health check allows three misses. */
const PULSE_MS = 8_000

/** Takes jobs until `stop` is called; then finishes those in hand. Any number of workers may run. */
export const startWorking = async ({
  id,
  payload,
}: {
  id: string
  payload: Payload
}): Promise<{ stop: () => Promise<void> }> => {
  const { logger } = payload
  const boss = await startWorkingBoss({
    onError: (error) => logger.error({ err: error }, 'The queue reported an error.'),
  })

  for (const { name } of reactionsOf(payload)) {
    await boss.work(name, WORK_OPTIONS, (jobs: JobWithMetadata<JobData>[]) =>
      Promise.all(
        jobs.map(async (job) => {
          try {
            await runReaction({ name, job: job.data, payload })

            return { id: job.id, status: 'completed' as const }
          } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            logger.error(
              { attempt: job.retryCount + 1, err: error, job: job.id, reaction: name },
              'A reaction failed.',
            )

            return { id: job.id, output: { message: reason }, status: 'failed' as const }
          }
        }),
      ),
    )
  }
  await boss.work(DEAD_LETTERS, WORK_OPTIONS, (jobs: JobWithMetadata<JobData>[]) =>
    Promise.all(
      jobs.map(async (job) => {
        await keepDeadLetter(job)

        return { id: job.id, status: 'completed' as const }
      }),
    ),
  )
  for (const task of tasksOf(payload)) {
    await boss.work(task.name, { batchSize: 1, pollingIntervalSeconds: 5 }, () =>
      asPlatform(async () => task.run({ req: await createLocalReq({}, payload) })),
    )
    await boss.schedule(task.name, task.cron, {}, { tz: 'UTC' })
  }
  const pulse = setInterval(() => void sayAlive(id).catch(() => undefined), PULSE_MS)
  await sayAlive(id)

  return {
    stop: async () => {
      clearInterval(pulse)
      await boss.stop({ close: true, graceful: true, timeout: 20_000 })
      await systemPool().query('delete from lectern_workers where id = $1', [id])
    },
  }
}

/** Scheduled tasks the configuration names; their queues are made by the migration. */
export const tasksOf = (payload: Payload): ScheduledTask[] =>
  payload.config.custom.tasks as ScheduledTask[]

const sayAlive = async (id: string): Promise<void> => {
  await systemPool().query(
    'insert into lectern_workers (id, seen_at) values ($1, now()) on conflict (id) do update set seen_at = now()',
    [id],
  )
}

/** Writes down what failed for good, once per job, so that the school sees it in its admin. */
const keepDeadLetter = async (letter: JobWithMetadata<JobData>): Promise<void> => {
  const { data, event, tenant } = letter.data
  await systemPool().query(
    `insert into dead_letters (id, tenant_id, job, reaction, event, data, error)
     values (uuidv7(), $1, $2, $3, $4, $5, (select output ->> 'message' from pgboss.job where id = $6))
     on conflict (job) do nothing`,
    [tenant, letter.id, letter.sourceName, event, JSON.stringify(data), letter.sourceId],
  )
}
