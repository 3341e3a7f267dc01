import { describe, expect, it } from '@jest/globals'

import { withoutOpening } from './opening'
import { richText } from './richText'

const opening = (title: string, ...lines: string[]) =>
  withoutOpening(richText(...lines), title).root.children.map(
    (node) => (node as { type: string }).type,
  )

describe('a text under the title of its page', () => {
  it.each([
    ['says it once', 'Terms of use', ['# Terms of use ', 'They hold.'], ['paragraph']],
    ['keeps another heading', 'Terms', ['# Terms of use', 'They hold.'], ['heading', 'paragraph']],
    ['keeps one that comes later', 'Terms', ['They hold.', '# Terms'], ['paragraph', 'heading']],
    ['may be empty', 'Terms', [], []],
  ] as const)('%s', (_, title, lines, kept) => {
    expect(opening(title, ...lines)).toEqual(kept)
  })
})
