import type { Note } from './notes'

import { anchorOf, notesMarkdown, notesTable, placeOfQuote } from './notes'

const TEXT = 'Light is a wave. Light is a particle. What light is depends on who asks.'

const rangeOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from)

  return { end: start + words.length, start }
}

const anchor = (words: string, from = 0) => {
  const made = anchorOf(TEXT, rangeOf(words, from))
  if (!made) {
    throw new Error('No anchor.')
  }

  return made
}

it('finds words again where they are, of several the ones that were meant', () => {
  const second = rangeOf('Light is', 5)

  expect(placeOfQuote(TEXT, anchor('Light is', 5))).toEqual(second)
  expect(placeOfQuote(TEXT, anchor('Light is'))).toEqual(rangeOf('Light is'))
})

it('finds them after the text around them was edited', () => {
  const kept = anchor('Light is', 5)
  const edited = `A new beginning. ${TEXT.replace('particle', 'quantum').replace('wave', 'ripple')}`

  expect(placeOfQuote(edited, kept)?.start).toBe(edited.indexOf('Light is a quantum'))
})

it('does not find what is said no more', () => {
  expect(placeOfQuote('Something else.', anchor('a wave'))).toBeNull()
  expect(placeOfQuote(TEXT, { after: '', before: '', quote: '' })).toBeNull()
})

it('makes no anchor of nothing', () => {
  expect(anchorOf(TEXT, { end: 3, start: 3 })).toBeNull()
  expect(anchorOf('x'.repeat(2000), { end: 2000, start: 0 })).toBeNull()
})

const note = (given: Partial<Note>): Note => ({
  id: 'n',
  anchor: null,
  at: '2027-01-01T00:00:00.000Z',
  course: { slug: 'light', title: 'Light' },
  kind: 'note',
  lesson: { id: 'l', isOpen: true, title: 'Waves' },
  second: null,
  text: '',
  ...given,
})

const NOTES = [
  note({ second: 65, text: 'See *this*' }),
  note({ anchor: { after: '', before: '', quote: 'a wave' }, kind: 'highlight', text: '=1+1' }),
]

it('tells notes in Markdown under the headings of their courses and lessons', () => {
  expect(notesMarkdown(NOTES)).toBe(
    '# Light\n\n## Waves\n\n**1:05** See \\*this\\*\n\n> a wave\n\n=1+1\n',
  )
  expect(notesMarkdown([])).toBe('')
})

it('tells them as a table, and no formula', () => {
  expect(notesTable(NOTES)).toBe(
    "course,lesson,kind,time,quote,note,written\r\nLight,Waves,note,1:05,,See *this*,2027-01-01T00:00:00.000Z\r\nLight,Waves,highlight,,a wave,'=1+1,2027-01-01T00:00:00.000Z\r\n",
  )
})
