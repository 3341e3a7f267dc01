import type { ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'

import { spawn } from 'node:child_process'

import { SMTPServer } from 'smtp-server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

import { queueEmails } from './queueEmails'

const payload = testPayload()

const PER_SECOND = 10

/** What the mail server took, in order: when, and for whom. */
const taken: { at: number; to: string }[] = []
/** While true the server reads a mail and never says that it took it. */
let isSilent = false
let unanswered = 0

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, { envelope }, done) => {
    stream.resume()
    stream.on('end', () => {
      if (isSilent) {
        unanswered++
      } else {
        taken.push({ at: Date.now(), to: envelope.rcptTo[0]?.address ?? '' })
        done()
      }
    })
  },
})
server.on('error', () => undefined)

const workers: ChildProcess[] = []

const startWorker = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const { port } = server.server.address() as AddressInfo
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/worker.ts'], {
      env: {
        ...process.env,
        MAIL_PER_SECOND: String(PER_SECOND),
        NODE_OPTIONS: '',
        SMTP_URL: `smtp://127.0.0.1:${port}`,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    workers.push(child)
    child.stdout?.on('data', (said: Buffer) => said.toString().includes('working') && resolve())
    child.on('exit', () => reject(new Error('The worker ended.')))
  })

const killWorkers = (): Promise<unknown> =>
  Promise.all(
    workers.splice(0).map(
      (worker) =>
        new Promise((resolve) => {
          worker.removeAllListeners('exit')
          worker.once('exit', resolve)
          worker.kill('SIGKILL')
        }),
    ),
  )

const until = async (holds: () => Promise<boolean> | boolean, seconds: number): Promise<void> => {
  for (const end = Date.now() + seconds * 1000; !(await holds());) {
    if (Date.now() > end) {
      throw new Error('It never came to hold.')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Queues mails to `<name>-<n>@example.com`, and answers what of them the server took. */
const queue = async (name: string, count: number) => {
  const { id } = await factories(payload()).tenant()
  await asTenant(id, async () =>
    queueEmails({
      emails: Array.from({ length: count }, (_, n) => ({
        data: { name: 'Noa', url: 'http://a.localhost:3000/' },
        key: String(n),
        locale: 'en',
        template: 'confirm',
        to: `${name}-${n}@example.com`,
      })),
      req: await requestOf(),
    }),
  )

  return () => taken.filter(({ to }) => to.startsWith(`${name}-`))
}

const people = (mails: { to: string }[]) => mails.map(({ to }) => to).sort()

const namesOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${name}-${n}@example.com`).sort()

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))

afterAll(async () => {
  await killWorkers()
  await new Promise<void>((resolve) => server.close(resolve))
})

describe('sending', () => {
  it('is never faster than the provider allows, however many workers send, and each mail goes once', async () => {
    await Promise.all([startWorker(), startWorker()])
    const began = Date.now()
    const sent = await queue('paced', 40)
    await until(() => sent().length === 40, 40)

    expect(people(sent())).toEqual(namesOf('paced', 40))
    const tooEarly = sent().filter(({ at }, n) => at < began + (n * 1000) / PER_SECOND)
    expect(tooEarly).toEqual([])
    expect((await systemPool().query('select 1 from dead_letters')).rows).toEqual([])
  }, 60_000)

  it('neither loses nor repeats a mail when its worker is killed in the middle of it', async () => {
    isSilent = true
    const sent = await queue('killed', 30)
    await until(() => unanswered > 0, 20)
    await killWorkers()
    isSilent = false
    await startWorker()
    await until(() => sent().length >= 30, 150)
    // The server has the last one a moment before the worker has written down that it has.
    await until(async () => {
      const { rows } = await systemPool().query(
        `select 1 from pgboss.job where name = 'sendQueuedEmail' and state <> 'completed'`,
      )

      return rows.length === 0
    }, 30)
    expect(people(sent())).toEqual(namesOf('killed', 30))
  }, 200_000)
})
