import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { BulkWork, LineResult, Mapping } from '@/domain/identity/people/job'

import { inTransaction, row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { MANAGERS } from '@/domain/identity/roles'
import { announce } from '@hooks/events/announce'

import type { Actor } from './changeStatus'

import { changeRoles } from './changeRoles'
import { changeStatus } from './changeStatus'
import { changeTags } from './changeTags'
import { confirmAgain, inviteImported } from './letters'
import { importPerson } from './importPerson'
import { LineRefused } from './lineRefused'

type Job = {
  actor: (Actor & { roles: string[] }) | null
  id: string
  invites: boolean
  kind: 'bulk' | 'import'
  mapping: Mapping
  state: string
  turn: number
  work: BulkWork | null
}

type Line = { account: null | string; cells: null | string[]; email: null | string; id: string }

type Outcome = { account?: string; email?: string; reason?: string; result: LineResult }

/** Thrown to take back all that a line did which is only to be tried. */
class Tried extends Error {
  constructor(readonly outcome: Outcome) {
    super('tried')
  }
}

const jobOf = (req: PayloadRequest, id: string): Promise<Job | undefined> =>
  row<Job>(
    req,
    sql`select j.id, j.kind, j.state, j.work, j.mapping, coalesce(j.invites, false) as invites, coalesce(j.turn, 0)::int as turn,
          (select json_build_object('id', u.id, 'roles', coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}'))
            from users u where u.id = j.author_id and u.status = 'active') as actor
        from people_jobs j where j.id = ${id}`,
  )

const byBulk = async (
  { actor, work }: { actor: Actor; work: BulkWork },
  { account, req, tenant }: { account: string; req: PayloadRequest; tenant: string },
): Promise<{ changed: boolean } | null> => {
  switch (work.do) {
    case 'tags':
      return changeTags({ ...work, account, req })
    case 'roles':
      return changeRoles({ ...work, account, actor, req, tenant })
    case 'confirm':
      return confirmAgain({ account, req, tenant })
    case 'status':
      return changeStatus({ ...work, account, actor, now: new Date(), req, tenant })
  }
}

/** What is done to one person, in the caller's transaction. */
const work = async (
  { invites, kind, mapping, state, work: bulk, ...job }: Job,
  { account, cells }: Line,
  { req, tenant }: { req: PayloadRequest; tenant: string },
): Promise<Outcome> => {
  const { actor } = job
  if (!actor || !MANAGERS.some((role) => actor.roles.includes(role))) {
    throw new LineRefused('forbidden')
  }
  if (kind === 'import') {
    const done = await importPerson({ actor, cells: cells ?? [], mapping, req, tenant })
    if (invites && done.result === 'added') {
      await inviteImported({ account: done.account, req, tenant })
    }
    if (state === 'checking') {
      throw new Tried(done)
    }

    return done
  }
  const done =
    bulk && account ? await byBulk({ actor, work: bulk }, { account, req, tenant }) : null
  if (!done) {
    throw new LineRefused('gone')
  }

  return { result: done.changed ? 'changed' : 'unchanged' }
}

const note = async (req: PayloadRequest, line: string, outcome: Outcome): Promise<void> => {
  const { account = null, email = null, reason = null, result } = outcome
  await rows(
    req,
    sql`update people_lines set result = ${result}, reason = ${reason}, account = coalesce(${account}, account),
          email = coalesce(${email}, email), updated_at = now() where id = ${line}`,
  )
}

type Place = { payload: Payload; tenant: string }

/** The next person, from being taken to being written down in one transaction; false where none waits. */
const next = async (job: Job, { payload, tenant }: Place): Promise<boolean> => {
  let taken: Line | undefined
  const req = await createLocalReq({}, payload)
  try {
    await inTransaction(req, async () => {
      taken = await row<Line>(
        req,
        sql`select id, account, email, cells from people_lines where job_id = ${job.id} and result = 'waiting'
            order by position limit 1 for update skip locked`,
      )
      if (taken) {
        await note(req, taken.id, await work(job, taken, { req, tenant }))
      }
    })
  } catch (error) {
    if (!taken) {
      throw error
    }
    const line = taken.id
    const again = await createLocalReq({}, payload)
    await inTransaction(again, () => note(again, line, outcomeOf(error, payload)))
  }

  return Boolean(taken)
}

const outcomeOf = (error: unknown, payload: Payload): Outcome => {
  if (error instanceof Tried) {
    return error.outcome
  }
  if (error instanceof LineRefused) {
    return { reason: error.reason, result: 'failed' }
  }
  if (error instanceof RuleError) {
    return { reason: error.code, result: 'failed' }
  }
  payload.logger.error({ err: error }, 'A person of many could not be worked on.')

  return { reason: 'serverError', result: 'failed' }
}

/** People worked on by one job of the queue; the rest is for the job after it, so that none runs for long. */
const AT_ONCE = 250

/**
 * Goes on with work on many people, each in a transaction of its own together with the line that says so: what was done
 * before a crash is not done again, and two at once share the rest. Does nothing for a turn that is over.
 */
export const runPeopleJob = async ({
  id,
  payload,
  tenant,
  turn,
}: Place & { id: string; turn: number }): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const job = await jobOf(req, id)
  if (!job || job.turn !== turn || !['checking', 'running'].includes(job.state)) {
    return
  }
  for (let count = 0; count < AT_ONCE; count += 1) {
    if (!(await next(job, { payload, tenant }))) {
      await finish({ id, payload })

      return
    }
  }
  const onward = await createLocalReq({}, payload)
  await inTransaction(onward, () =>
    announce({ data: { job: id, turn }, fact: 'peopleJob.begun', req: onward, tenant }),
  )
}

const finish = async ({ id, payload }: { id: string; payload: Payload }): Promise<void> => {
  await rows(
    await createLocalReq({}, payload),
    sql`update people_jobs j set state = case j.state when 'checking' then 'checked' else 'done' end, updated_at = now()
        where j.id = ${id} and j.state in ('checking', 'running')
          and not exists (select 1 from people_lines l where l.job_id = j.id and l.result = 'waiting')`,
  )
}
