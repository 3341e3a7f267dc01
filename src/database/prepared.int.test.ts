import pg from 'pg'

import { env } from '@/env'
import { testPayload } from '@/test/harness'

import { PreparingClient } from './prepared'

testPayload()

const connected = async (): Promise<PreparingClient> => {
  const client = new PreparingClient({ connectionString: env().DATABASE_URL })
  await client.connect()

  return client
}

/** What the driver is given, and what of it was answered. */
const watched = () => {
  const { query } = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }
  let [running, most] = [0, 0]
  const ended = () => {
    running -= 1
  }
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    running += 1
    most = Math.max(most, running)
    const tell = given.at(-1)
    if (typeof tell === 'function') {
      return query.call(this, ...given.slice(0, -1), (...told: unknown[]) => {
        ended()
        ;(tell as (...told: unknown[]) => void)(...told)
      })
    }
    const answer = query.call(this, ...given) as Promise<unknown>
    answer.then(ended, ended)

    return answer
  } as typeof pg.Client.prototype.query

  return {
    end: () => {
      pg.Client.prototype.query = query as typeof pg.Client.prototype.query
    },
    most: () => most,
  }
}

describe('a connection that is asked several things at once', () => {
  it('asks one after another, in the order in which they came, as the driver wants it', async () => {
    const driver = watched()
    const client = await connected()
    await client.query('create temporary table said (at serial, word text)')
    await Promise.all(
      ['one', 'two', 'three', 'four'].map((word) =>
        client.query(`insert into said (word) values ($1)`, [word]),
      ),
    )
    const told = await new Promise((resolve) => {
      void client.query('select pg_sleep(0)')
      client.query('select count(*)::int as count from said', (_: unknown, { rows }) =>
        resolve(rows),
      )
    })
    const { rows } = await client.query('select word from said order by at')
    await client.end()
    driver.end()

    expect(told).toEqual([{ count: 4 }])
    expect(rows.map(({ word }: { word: string }) => word)).toEqual(['one', 'two', 'three', 'four'])
    expect(driver.most()).toBe(1)
  })

  it('goes on after one that fails, and tells each what became of it', async () => {
    const client = await connected()
    const all = await Promise.allSettled([
      client.query('select 1 as n'),
      client.query('select nothing'),
      client.query('select 3 as n'),
    ])
    await client.end()

    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
