import { cleanTags, readPeopleCursor, searchParts, writePeopleCursor } from './query'

const id = '019a2b3c-4d5e-7f60-8123-456789abcdef'

it('looks for any parts, in lower case', () => {
  expect(searchParts('  Ann  SMI ')).toEqual(['ann', 'smi'])
  expect(searchParts('a b c d e f g h')).toHaveLength(6)
})

it('reads the cursors that it writes, and no others', () => {
  expect(readPeopleCursor(writePeopleCursor({ id, value: 'ann_b' }), 'name')).toEqual({
    id,
    value: 'ann_b',
  })
  expect(readPeopleCursor(`${id}_now`, 'newest')).toBeNull()
  expect(readPeopleCursor('nothing', 'name')).toBeNull()
})

it('keeps a tag once, however it was written', () => {
  expect(cleanTags([' VIP ', 'vip', '', 'early  bird', '=1+1'])).toEqual([
    '=1+1',
    'early bird',
    'VIP',
  ])
})
