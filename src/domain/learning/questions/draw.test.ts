import { describe, expect, it } from '@jest/globals'

import type { Candidate } from './draw'

import { drawn } from './draw'
import { randomFrom } from './shuffle'

const unseen = (...questions: string[]): Candidate[] =>
  questions.map((question) => ({ question, seen: 0 }))

const letters = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at))

/** Pearson's statistic of how far counts are from being equal. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length

  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

const tally = (
  names: readonly string[],
  seeds: number,
  draw: (seed: number) => readonly string[],
) => {
  const counts = new Map(names.map((name) => [name, 0]))
  for (let seed = 0; seed < seeds; seed += 1) {
    for (const name of draw(seed)) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }

  return [...counts.values()]
}

describe('drawing questions from pools', () => {
  it('gives every question the same chance: chi-square over twenty thousand seeds', () => {
    const names = letters(10)
    const counts = tally(
      names,
      20_000,
      (seed) =>
        drawn([{ id: 'p', count: 3, from: unseen(...names) }], randomFrom(seed)).get('p') ?? [],
    )

    // 9 degrees of freedom: 27.88 is exceeded by chance once in a thousand. Drawn without putting
    // back, counts vary less than that still.
    expect(chiSquare(counts)).toBeLessThan(27.88)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60_000)
  })

  it('gives every pair of questions the same chance', () => {
    const names = letters(6)
    const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => one + other))
    const counts = tally(pairs, 15_000, (seed) => [
      (drawn([{ id: 'p', count: 2, from: unseen(...names) }], randomFrom(seed)).get('p') ?? [])
        .toSorted()
        .join(''),
    ])

    // 14 degrees of freedom, once in a thousand.
    expect(chiSquare(counts)).toBeLessThan(36.12)
  })

  it('gives every question the same chance to stand first', () => {
    const names = letters(5)
    const counts = tally(names, 10_000, (seed) =>
      (
        drawn([{ id: 'p', count: 3, from: unseen(...names) }], randomFrom(seed)).get('p') ?? []
      ).slice(0, 1),
    )

    // 4 degrees of freedom, once in a thousand.
    expect(chiSquare(counts)).toBeLessThan(18.47)
  })

  it('draws the same by the same seed', () => {
    const pools = [{ id: 'p', count: 4, from: unseen(...letters(20)) }]

    expect(drawn(pools, randomFrom(7))).toEqual(drawn(pools, randomFrom(7)))
    expect(drawn(pools, randomFrom(7))).not.toEqual(drawn(pools, randomFrom(8)))
  })

  it('prefers what the learner was asked less often, and then draws among equals', () => {
    const from: Candidate[] = [
      { question: 'often', seen: 2 },
      { question: 'new', seen: 0 },
      { question: 'once', seen: 1 },
      { question: 'newer', seen: 0 },
    ]
    for (let seed = 0; seed < 50; seed += 1) {
      const draw = (count: number) =>
        drawn([{ id: 'p', count, from }], randomFrom(seed))
          .get('p')
          ?.toSorted()

      expect(draw(2)).toEqual(['new', 'newer'])
      expect(draw(3)).toEqual(['new', 'newer', 'once'])
    }
  })

  it('asks no question twice, and fills narrow pools though wide ones could take all they have', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const made = drawn(
        [
          { id: 'wide', count: 3, from: unseen('a', 'b', 'c', 'd', 'e') },
          { id: 'narrow', count: 2, from: unseen('a', 'b') },
        ],
        randomFrom(seed),
      )

      expect(made.get('narrow')?.toSorted()).toEqual(['a', 'b'])
      expect(made.get('wide')?.toSorted()).toEqual(['c', 'd', 'e'])
    }
  })

  it('asks what there is where a pool is short, and nothing where it is empty', () => {
    const made = drawn(
      [
        { id: 'short', count: 5, from: unseen('a', 'b') },
        { id: 'empty', count: 5, from: [] },
      ],
      randomFrom(1),
    )

    expect(made.get('short')).toHaveLength(2)
    expect(made.get('empty')).toEqual([])
  })
})
