import { jest } from '@jest/globals'

import { eachDue } from './eachDue'

it('goes on with the others where one fails, writes that down, and counts what was done', async () => {
  const warn = jest.fn()
  const seen: string[] = []
  const done = await eachDue({
    due: ['a', 'b', 'c', 'd'].map((id) => ({ id, tenant: 'school' })),
    payload: { logger: { warn } } as never,
    work: ({ id }) => {
      seen.push(id)

      return id === 'b' ? Promise.reject(new Error('away')) : Promise.resolve(id !== 'c')
    },
  })

  expect(seen).toEqual(['a', 'b', 'c', 'd'])
  expect(done).toBe(2)
  expect(warn).toHaveBeenCalledTimes(1)
})
