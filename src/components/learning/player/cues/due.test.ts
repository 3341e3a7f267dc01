import type { FilmCue } from '@/operations/learning/filmCues'

import { dueCue } from './due'

const cue = (id: string, at: number, isBlocking: boolean, to?: null | number) =>
  ({ id, answered: to === undefined ? null : { to }, at, isBlocking }) as FilmCue

const CUES = [cue('may', 10, false), cue('must', 20, true), cue('last', 30, false)]

it.each<[string, FilmCue[], [before: number, now: number], null | string]>([
  ['stops where a question is reached', CUES, [9.8, 10.1], 'may'],
  ['does not stop before it', CUES, [9, 9.5], null],
  ['jumps over what may be passed', CUES, [2, 15], null],
  ['never past what has to be answered', CUES, [2, 95], 'must'],
  ['goes on once it is answered', [cue('must', 20, true, null)], [19.9, 20.1], null],
  [
    'leaves out what an answer led past',
    [cue('a', 5, true, 25), cue('must', 20, true)],
    [24, 26],
    null,
  ],
  ['asks the earlier one of two', [cue('a', 10, true), cue('b', 10.2, false)], [9.9, 10.25], 'a'],
])('%s', (_, cues, [before, now], id) => {
  expect(dueCue(cues, { before, now }, () => false)?.id ?? null).toBe(id)
})

it('does not ask again what was put off', () => {
  expect(dueCue(CUES, { before: 9.9, now: 10 }, (id) => id === 'may')).toBeNull()
})
