import type { Payload } from 'payload'

import { jest } from '@jest/globals'

type Adapter = { drizzle: { execute: () => unknown } }

/** How many statements of our own `run` sends, outside transactions. */
export const statements = async (
  payload: Payload,
  run: () => Promise<unknown>,
): Promise<number> => {
  const spy = jest.spyOn((payload.db as unknown as Adapter).drizzle, 'execute')
  await run()
  const { length } = spy.mock.calls
  spy.mockRestore()

  return length
}
