import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Node } from './inline'
import type { Texts } from './texts'

import { extentOf, segmentsOf, statesOf, translated } from './texts'

const words = fc.stringMatching(/^[a-zé]{1,8}( [a-z]{1,8}){0,5}$/)
const text = (format: number): fc.Arbitrary<Node> =>
  words.map((said) => ({
    type: 'text',
    detail: 0,
    format,
    mode: 'normal',
    style: '',
    text: said,
    version: 1,
  }))
const link: fc.Arbitrary<Node> = text(0).map((child) => ({
  type: 'link',
  children: [child],
  fields: { url: 'https://example.com' },
}))
const line = fc.array(
  fc.oneof(text(0), text(1), link, fc.constant<Node>({ type: 'linebreak', version: 1 })),
  { maxLength: 5 },
)
const block: fc.Arbitrary<Node> = fc.oneof(
  line.map((children) => ({ type: 'paragraph', children })),
  line.map((children) => ({ type: 'heading', children, tag: 'h2' })),
  fc.array(line, { maxLength: 3 }).map((items) => ({
    type: 'list',
    children: items.map((children) => ({ type: 'listitem', children })),
  })),
  fc.tuple(fc.uuid(), words).map(([id, said]) => ({
    type: 'block',
    fields: { id, blockType: 'callout', text: said, tone: 'info' },
  })),
)
const rich = fc
  .array(block, { maxLength: 6 })
  .map((children) => ({ root: { type: 'root', children } }))
const course = fc.record({
  id: fc.uuid(),
  description: fc.option(rich, { nil: null }),
  faq: fc.uniqueArray(fc.record({ id: fc.uuid(), answer: words, question: words }), {
    maxLength: 3,
    selector: ({ id }) => id,
  }),
  level: fc.constant('all'),
  outcomes: fc.option(words, { nil: null }),
  title: words,
})

/** Everything said in capitals, with the tags where they were. */
const inCapitals = (doc: object): Texts =>
  Object.fromEntries(
    segmentsOf('courses', doc).map(({ key, text: from }) => [
      key,
      { from, text: from.toUpperCase() },
    ]),
  )

/** What a document is made of, without its words; neighbouring words without form are one. */
const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(shape).filter((one, at, all) => one !== 'words' || all[at - 1] !== 'words')
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? 'text' : value
  }
  const node = { ...(value as Node) }
  delete node.direction
  if (node.type === 'text' && !node.format) {
    return 'words'
  }

  return Object.fromEntries(Object.entries(node).map(([name, one]) => [name, shape(one)]))
}

describe('a document in another language', () => {
  it('is as it was written where nothing is translated', () => {
    fc.assert(
      fc.property(course, (doc) => {
        expect(translated('courses', doc, {})).toBe(doc)
      }),
    )
  })

  it('is as it was written where the translation says the same', () => {
    fc.assert(
      fc.property(course, (doc) => {
        const same = Object.fromEntries(
          segmentsOf('courses', doc).map(({ key, text: from }) => [key, { from, text: from }]),
        )

        expect(translated('courses', doc, same)).toEqual(doc)
      }),
    )
  })

  it('does not know texts that the document does not have', () => {
    fc.assert(
      fc.property(course, words, (doc, key) => {
        const texts = {
          [`faq.${key}.question`]: { from: 'zz', text: 'x' },
          [`summary#${key}`]: { from: 'zz', text: 'x' },
        }

        expect(translated('courses', doc, texts)).toBe(doc)
      }),
    )
  })

  it('has the same structure, and every text in the other language', () => {
    fc.assert(
      fc.property(course, (doc) => {
        const other = translated('courses', doc, inCapitals(doc))

        expect(shape(other)).toEqual(shape(doc))
        expect(
          segmentsOf('courses', other)
            .map(({ text: said }) => said)
            .sort(),
        ).toEqual(
          segmentsOf('courses', doc)
            .map(({ text: said }) => said.toUpperCase())
            .sort(),
        )
      }),
    )
  })

  it('is complete once each of its texts is translated', () => {
    fc.assert(
      fc.property(course, (doc) => {
        const states = statesOf('courses', doc, inCapitals(doc))

        expect(extentOf(states)).toEqual({ current: states.length, stale: 0, total: states.length })
      }),
    )
  })
})

const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children })
const plain = (said: string): Node => ({
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: said,
  version: 1,
})
const lesson = (...children: Node[]) => ({
  body: { root: { type: 'root', children } },
  title: 'Breathing',
})
const FIRST = 'Sit down and let your shoulders drop.'
const SECOND = 'Breathe in slowly while you count to four.'

describe('the state of a translation', () => {
  const [, first, second] = segmentsOf(
    'lessons',
    lesson(paragraph(plain(FIRST)), paragraph(plain(SECOND))),
  )
  const texts = {
    [first?.key ?? '']: { from: FIRST, text: 'Сядьте и опустите плечи.' },
    [second?.key ?? '']: { from: SECOND, text: 'Медленно вдохните на четыре счёта.' },
    title: { from: 'Breath', text: 'Дыхание' },
  }

  it('is out of date where the text has changed since, and goes on being shown', () => {
    const doc = lesson()

    expect(statesOf('lessons', doc, texts)).toMatchObject([{ key: 'title', state: 'stale' }])
    expect(translated('lessons', doc, texts)).toMatchObject({ title: 'Дыхание' })
  })

  it('follows paragraphs that changed places', () => {
    const doc = lesson(
      paragraph(plain('A new beginning.')),
      paragraph(plain(SECOND)),
      paragraph(plain(FIRST)),
    )

    expect(statesOf('lessons', doc, texts).map(({ state }) => state)).toEqual([
      'stale',
      'missing',
      'current',
      'current',
    ])
  })

  it('finds the translation of a paragraph that was rewritten', () => {
    const doc = lesson(
      paragraph(plain('Breathe in slowly while you count to five.')),
      paragraph(plain(FIRST)),
    )
    const [, rewritten] = statesOf('lessons', doc, texts)

    expect(rewritten).toMatchObject({ entry: texts[second?.key ?? ''], state: 'stale' })
  })

  it('takes a paragraph that says something else for a new one', () => {
    const doc = lesson(paragraph(plain('Nothing of this was ever said before.')))

    expect(statesOf('lessons', doc, texts)[1]?.state).toBe('missing')
  })

  it('keeps the source of a formatted text whose tags have changed since', () => {
    const bold = { ...plain('four'), format: 1 }
    const doc = lesson(paragraph(plain('Breathe in slowly while you count to '), bold, plain('.')))

    expect(statesOf('lessons', doc, texts)[1]?.state).toBe('stale')
    expect(translated('lessons', doc, texts).body).toEqual(doc.body)
  })

  it('names questions and answers by their ids, wherever they stand', () => {
    const quiz = {
      questions: [
        {
          id: 'q2',
          answers: [{ id: 'a1', text: 'Four' }],
          blockType: 'singleChoice',
          prompt: 'How long?',
        },
      ],
      title: 'Check',
    }

    expect(segmentsOf('quizzes', quiz).map(({ key }) => key)).toEqual([
      'title',
      'questions.q2.prompt',
      'questions.q2.answers.a1.text',
    ])
  })
})
