import { setImmediate as turn } from 'node:timers/promises'

import { inTurns } from './inTurns'

it('runs no more at once than it may, in the order in which they came', async () => {
  const turns = inTurns(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const answers = await Promise.all(
    [0, 1, 2, 3, 4].map((nth) =>
      turns(async () => {
        begun.push(nth)
        most = Math.max(most, (running += 1))
        await turn()
        running -= 1

        return nth
      }),
    ),
  )

  expect([answers, begun, most]).toEqual([[0, 1, 2, 3, 4], [0, 1, 2, 3, 4], 2])
})

it('goes on after one that failed, which fails alone', async () => {
  const turns = inTurns(1)
  const outcomes = await Promise.allSettled([
    turns(() => Promise.reject(new Error('no'))),
    turns(() => Promise.resolve('yes')),
  ])

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect(await turns(() => Promise.resolve('again'))).toBe('again')
})
