import type { Payload } from 'payload'

import { jest } from '@jest/globals'

type Client = { query: (...given: unknown[]) => unknown }
type Pooled = { db: { pool: { _clients: Client[] } } }

/** Every statement that `run` sends over connections that stand already, without those that begin, end and scope a transaction. */
export const everyStatement = async (
  payload: Payload,
  run: () => Promise<unknown>,
): Promise<string[]> => {
  const { pool } = (payload as unknown as Pooled).db
  const spies = pool._clients.map((client) => jest.spyOn(client, 'query'))
  await run()
  const sent = spies.flatMap(({ mock }) =>
    mock.calls.map(([first]) =>
      typeof first === 'string' ? first : String((first as { text?: string }).text),
    ),
  )

  spies.forEach((spy) => spy.mockRestore())

  return sent.filter((text) => !/^\s*(?:begin|commit|rollback|select set_config)\b/i.test(text))
}
