import type { Cue } from './cues'

import { leadsTo, movedCues, openCues, readCues } from './cues'

const cue = (id: string, at: number, given: Partial<Cue> = {}): Cue => ({
  id,
  at,
  branches: [],
  isBlocking: false,
  ...given,
})

it.each<[string, unknown, null | string[]]>([
  ['nothing', null, []],
  ['cues, by their seconds', [cue('b', 9), cue('a', 2.5)], ['a', 'b']],
  ['a question twice', [cue('a', 1), cue('a', 2)], null],
  ['a second before the film', [cue('a', -1)], null],
  ['a branch to nowhere', [cue('a', 1, { branches: [{ id: 'x' } as never] })], null],
  ['a text', 'cues', null],
  ['a cue without a question', [{ at: 1 }], null],
])('reads %s', (_, value, ids) => {
  expect(readCues(value)?.map(({ id }) => id) ?? null).toEqual(ids)
})

it('leads where the answer says, and nowhere else', () => {
  const asked = cue('a', 10, {
    branches: [
      { id: 'x', to: 40 },
      { answer: 'true', to: 5 },
    ],
  })

  expect([['x'], ['y'], ['true'], []].map((answer) => leadsTo(asked, answer))).toEqual([
    40,
    null,
    5,
    null,
  ])
})

it('asks neither what was answered nor what an answer led past', () => {
  const cues = [
    cue('a', 10, {
      branches: [
        { id: 'x', to: 40 },
        { id: 'back', to: 0 },
      ],
    }),
    cue('b', 20),
    cue('c', 40),
  ]
  const after = (answers: Record<string, string[]>) =>
    openCues(cues, (id) => answers[id]).map(({ id }) => id)

  expect(after({})).toEqual(['a', 'b', 'c'])
  expect(after({ a: ['x'] })).toEqual(['c'])
  expect(after({ a: ['back'] })).toEqual(['b', 'c'])
  expect(after({ a: ['y'], c: ['z'] })).toEqual(['b'])
})

it('moves cues to a copy of their quiz, with their branches', () => {
  const from = [{ id: 'one' }, { id: 'two', answers: [{ id: 'left' }, { id: 'right' }] }]
  const to = [{ id: 'uno' }, { id: 'due', answers: [{ id: 'sinistra' }, { id: 'destra' }] }]
  const cues = [
    cue('two', 4, {
      branches: [
        { id: 'right', to: 9 },
        { answer: 'true', to: 2 },
      ],
    }),
    cue('gone', 5),
  ]

  expect(movedCues(cues, { from, to })).toEqual([
    cue('due', 4, {
      branches: [
        { id: 'destra', to: 9 },
        { answer: 'true', to: 2 },
      ],
    }),
  ])
})
