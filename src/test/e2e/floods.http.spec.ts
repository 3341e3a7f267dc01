import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { eventually } from './eventually'
import { send, type Answer } from './http'
import { install, type Installation } from './installation'
import { freePort } from './platform'

/*
 * One school is asked for more than a process can do while another is read: a second process answers the first one's
 * requests (docs/decisions/0104), and nobody gets a wrong answer, whatever becomes of it.
 */

/** Who asks for a list again as soon as they were answered, each from an address of their own. */
const FLOODERS = 60

let installation: Installation
let port: number

beforeAll(async () => {
  port = await freePort()
  installation = await install({ name: 'floods', ports: [port] })
}, 300_000)

afterAll(() => installation?.end(), 60_000)

/** The second process that the web server has begun, by its id, other than one. */
const secondOne = async (other?: number): Promise<number | undefined> => {
  // The flood is sent from here too, and must not wait for this.
  await sleep(250)
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args='])
  const pids = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => Number(parent) === installation.pids[0] && name?.includes('next'))

  return pids.map(([pid]) => Number(pid)).find((pid) => pid !== other)
}

const list = (nth: number): Promise<Answer> =>
  send({
    headers: { 'x-forwarded-for': `10.9.0.${nth}` },
    host: `aurora.localhost:${port}`,
    path: '/api/courses?limit=20&depth=1',
    port,
  })

/** Floods a school until it is told to end, which gives every answer there was. */
const flood = () => {
  const answers: Answer[] = []
  let isOver = false
  const all = Promise.all(
    Array.from({ length: FLOODERS }, async (_, nth) => {
      while (!isOver) {
        answers.push(await list(nth))
      }
    }),
  )
  all.catch(() => undefined)

  return {
    answered: () => answers.length,
    end: (): Promise<Answer[]> => {
      isOver = true

      return all.then(() => answers)
    },
  }
}

const read = (): Promise<Answer> =>
  send({
    // Without an address it would come from inside the house, and be nobody who asks.
    headers: { 'x-forwarded-for': '10.8.0.2' },
    host: `ofek.localhost:${port}`,
    path: '/courses',
    port,
  })

/** Sends a process a signal; whether there is such a process. */
const told = (pid: number, signal: 0 | NodeJS.Signals): boolean => {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/** Reads another school until `found` gives something; every page of it has to come. */
const meanwhile = <T>(found: () => false | Promise<T | undefined> | T | undefined): Promise<T> =>
  eventually(async () => {
    expect((await read()).status).toBe(200)

    return await found()
  }, 120_000)

/** Whether nobody of a flood is answered while forty pages of another school are. */
const isStill = async (answered: () => number): Promise<boolean> => {
  const before = answered()
  for (let nth = 0; nth < 40; nth += 1) {
    expect((await read()).status).toBe(200)
  }

  return answered() === before
}

it('answers a flooded school from a second process, rightly or with a 429, and goes on where that is killed', async () => {
  const { docs } = (await list(0)).json<{ docs: { id: string }[] }>()
  const { answered, end } = flood()

  // While it is held, those who were handed to it wait, and nobody else does.
  const first = await eventually(async () => {
    const pid = await meanwhile(secondOne)
    const isHeld = told(pid, 'SIGSTOP') && (await isStill(answered))

    return told(pid, 'SIGCONT') && isHeld && pid
  }, 180_000)
  const soFar = answered()
  await meanwhile(() => answered() > soFar + FLOODERS)

  expect(told(first, 'SIGKILL')).toBe(true)
  const killedAt = answered()
  await meanwhile(() => answered() > killedAt + FLOODERS)
  expect(await meanwhile(() => secondOne(first))).toBeGreaterThan(0)

  const answers = await end()
  const right = answers.filter(({ status }) => status === 200)
  expect(right.length).toBeGreaterThan(FLOODERS)
  for (const answer of right) {
    expect(answer.json<{ docs: { id: string }[] }>().docs.map(({ id }) => id)).toEqual(
      docs.map(({ id }) => id),
    )
  }
  expect(answers.filter(({ status }) => status !== 200 && status !== 429)).toEqual([])
}, 300_000)

it('answers by itself where the second process hangs', async () => {
  const { answered, end } = flood()
  const hung = await eventually(async () => {
    const pid = await meanwhile(secondOne)

    return told(pid, 'SIGSTOP') && (await isStill(answered)) ? pid : told(pid, 'SIGCONT') && false
  }, 180_000)
  const soFar = answered()
  await meanwhile(() => answered() > soFar + FLOODERS)

  expect(told(hung, 0)).toBe(false)
  const answers = await end()
  expect(answers.filter(({ status }) => status !== 200 && status !== 429)).toEqual([])
}, 300_000)

it('ends the second process with the first', async () => {
  const { end } = flood()
  const second = await meanwhile(secondOne)
  await end()
  await installation.end()

  await eventually(() => Promise.resolve(!told(second, 0)))
}, 300_000)
