import { cutText, descriptionFrom, wordsOf } from './shortText'

describe('cutText', () => {
  it('leaves what fits, in one line', () => {
    expect(cutText(' Seeing \n light ', 40)).toBe('Seeing light')
  })

  it('cuts between words, and leaves no comma before the ellipsis', () => {
    expect(cutText('Read the light, and then wait for it', 17)).toBe('Read the light…')
    expect(cutText('Read the light and then', 14)).toBe('Read the…')
  })

  it('cuts a word that is longer than half of the room', () => {
    expect(cutText('W'.repeat(5_000), 60)).toBe(`${'W'.repeat(59)}…`)
    expect(cutText(`A ${'w'.repeat(50)}`, 20)).toBe(`A ${'w'.repeat(17)}…`)
  })

  it('never parts a character from its accent', () => {
    const cut = cutText('e\u0301'.repeat(100), 10)
    expect(cut).toBe(`${'e\u0301'.repeat(9)}…`)
    expect([...cutText('👩‍👩‍👧'.repeat(30), 5)].at(-1)).toBe('…')
  })
})

describe('wordsOf', () => {
  it('reads the paragraphs of a rich text one after the other', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', children: [{ text }] })
    expect(wordsOf({ root: { children: [paragraph('One.'), paragraph('Two.')] } })).toBe(
      'One. Two.',
    )
    expect(wordsOf(null)).toBe('')
    expect(wordsOf('text')).toBe('')
  })
})

describe('descriptionFrom', () => {
  it('takes the first text that says anything', () => {
    expect(descriptionFrom(null, '  ', 'Said', 'Not said')).toBe('Said')
    expect([...descriptionFrom('word '.repeat(1_000))].length).toBeLessThanOrEqual(160)
  })
})
