import type { ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'

import { spawn } from 'node:child_process'
import http from 'node:http'

import { retryDeadLetter } from '@endpoints/events/deadLetters'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { announce } from '@hooks/events/announce'

const payload = testPayload()

/** Stands in for the web process: what the workers ask of it is counted, delayed or refused. */
const asked: string[] = []
let isBroken = false
let delay = 0
const web = http.createServer((request, answer) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { tenant } = JSON.parse(Buffer.concat(chunks).toString()) as { tenant: string }
    asked.push(tenant)
    setTimeout(() => answer.writeHead(isBroken ? 500 : 200).end('{}'), delay)
  })
})

const workers: ChildProcess[] = []

const startWorker = (): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/worker.ts'], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        WEB_URL: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    workers.push(child)
    child.stdout?.on(
      'data',
      (chunk: Buffer) => chunk.toString().includes('working') && resolve(child),
    )
    child.on('exit', () => reject(new Error('The worker ended.')))
  })

const announceChange = (tenant: string, times = 1): Promise<void> =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, async () => {
      for (let n = 0; n < times; n++) {
        await announce({
          data: { id: crypto.randomUUID(), collection: 'pages' },
          fact: 'content.changed',
          req,
          tenant,
        })
      }
    })
  })

const jobsOf = async (tenant: string) =>
  (
    await systemPool().query<{ name: string; state: string }>(
      `select name, state::text from pgboss.job where data ->> 'tenant' = $1 and name = 'revalidatePagesOnContentChanged'`,
      [tenant],
    )
  ).rows

const until = async (holds: () => Promise<boolean>, seconds = 90): Promise<void> => {
  for (const end = Date.now() + seconds * 1000; !(await holds());) {
    if (Date.now() > end) {
      throw new Error('It never came to hold.')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const allDone = async (tenant: string) =>
  (await jobsOf(tenant)).every(({ state }) => state === 'completed')

/** A school whose own making is not waiting for a worker any more. */
const quietSchool = async (): Promise<string> => {
  const { id } = await factories(payload()).tenant()
  await systemPool().query(`delete from pgboss.job where data ->> 'tenant' = $1`, [id])

  return id
}

beforeAll(() => new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve)))

afterAll(async () => {
  for (const worker of workers.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    worker.removeAllListeners('exit')
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.kill('SIGKILL')
    await ended
  }
  web.closeAllConnections()
  web.close()
})

describe('facts and jobs', () => {
  it('leaves neither fact nor job when the transaction rolls back, and both when it commits', async () => {
    const tenant = await quietSchool()
    const factsOf = async () =>
      (await systemPool().query('select 1 from events where tenant_id = $1', [tenant])).rows.length
    const before = await factsOf()
    const broken = asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, async () => {
        await announce({
          data: { id: crypto.randomUUID(), collection: 'pages' },
          fact: 'content.changed',
          req,
          tenant,
        })
        throw new Error('changed my mind')
      })
    })
    await expect(broken).rejects.toThrow('changed my mind')
    expect([await factsOf(), (await jobsOf(tenant)).length]).toEqual([before, 0])

    await announceChange(tenant)
    expect([await factsOf(), (await jobsOf(tenant)).length]).toEqual([before + 1, 1])
  })

  it('refuses a fact outside a transaction', async () => {
    const tenant = await quietSchool()
    await expect(
      asTenant(tenant, async () =>
        announce({
          data: { account: crypto.randomUUID() },
          fact: 'account.confirmed',
          req: await requestOf(),
          tenant,
        }),
      ),
    ).rejects.toThrow('outside a transaction')
  })

  it('does each job once, however many workers there are', async () => {
    const tenant = await quietSchool()
    await Promise.all([startWorker(), startWorker()])
    await announceChange(tenant, 120)
    await until(() => allDone(tenant))
    expect(asked.filter((one) => one === tenant)).toHaveLength(120)
  }, 60_000)

  it('loses no job of a worker that is killed in the middle of it', async () => {
    const tenant = await quietSchool()
    delay = 400
    await announceChange(tenant, 40)
    await until(() => Promise.resolve(asked.includes(tenant)))
    const [victim] = workers
    victim?.removeAllListeners('exit')
    victim?.kill('SIGKILL')
    delay = 0
    await until(() => allDone(tenant), 60)
    expect(asked.filter((one) => one === tenant).length).toBeGreaterThanOrEqual(40)
  }, 90_000)

  it('keeps what failed for good as a dead letter with its reason, and sends it again on request, once', async () => {
    const tenant = await quietSchool()
    const manager = await factories(payload()).user({ roles: ['owner'], tenant })
    await until(() => allDone(tenant))
    isBroken = true
    await systemPool().query(
      `update pgboss.queue set retry_limit = 0 where name = 'revalidatePagesOnContentChanged'`,
    )
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, async () => {
        await announce({
          data: { id: crypto.randomUUID(), collection: 'pages' },
          fact: 'content.changed',
          req,
          tenant,
        })
      })
    })
    await systemPool().query(
      `update pgboss.job set retry_limit = 0 where data ->> 'tenant' = $1 and state in ('created', 'retry')`,
      [tenant],
    )
    const letters = () =>
      asTenant(tenant, () =>
        payload().find({ collection: 'dead-letters', depth: 0, overrideAccess: true }),
      )
    await until(async () => (await letters()).docs.length > 0, 60)
    const [letter] = (await letters()).docs
    expect(letter).toMatchObject({ reaction: 'revalidatePagesOnContentChanged' })
    expect(letter?.error).toContain('500')

    isBroken = false
    const retry = () =>
      call(retryDeadLetter, { params: { id: letter?.id ?? '' }, tenant, user: manager })
    const answers = await Promise.all([retry(), retry()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    await until(
      async () => (await jobsOf(tenant)).filter(({ state }) => state === 'completed').length > 0,
    )
  }, 120_000)
})
