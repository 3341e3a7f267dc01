import { expect, it } from '@jest/globals'

import { keepEarly, takeEarly } from './early'

it('gives leave that was asked for early to its own lesson, and once', async () => {
  keepEarly('a', Promise.resolve({ kind: 'file' }))

  expect(takeEarly('b')).toBeNull()
  expect(await takeEarly('a')).toEqual({ kind: 'file' })
  expect(takeEarly('a')).toBeNull()
})
