import { describe, expect, it } from '@jest/globals'

import {
  fitText,
  LONGEST_BODY,
  LONGEST_TITLE,
  neededText,
  readCommentCursor,
  readPostCursor,
  writeCommentCursor,
  writePostCursor,
} from './posts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const at = '2026-03-01T09:00:00.123+00:00'

const refusal = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('a text of a discussion', () => {
  it('is kept trimmed, with line ends of one kind', () => {
    expect(neededText('body', '  a\r\nb\rc \n')).toBe('a\nb\nc')
  })

  it('may be as long as its field is, and no longer', () => {
    expect(fitText('title', 'x'.repeat(LONGEST_TITLE))).toHaveLength(LONGEST_TITLE)
    expect(refusal(() => fitText('body', 'x'.repeat(LONGEST_BODY + 1)))).toMatchObject({
      code: 'textTooLong',
      detail: { field: 'body', most: LONGEST_BODY },
    })
  })

  it('is there where it has to be', () => {
    expect(refusal(() => neededText('reason', ' \n'))).toMatchObject({
      code: 'textMissing',
      detail: { field: 'reason' },
    })
  })
})

describe('a cursor', () => {
  it('says where a page begins', () => {
    const post = { id, at, isPinned: true }
    expect(readPostCursor(writePostCursor(post))).toEqual(post)
    expect(readCommentCursor(writeCommentCursor({ id, at }))).toEqual({ id, at })
  })

  it.each(['', '1', `2_${at}_${id}`, `1_${at}_x`, `1_2026-13-41T99:99:99Z_${id}`, `${at}_${id}`])(
    'is none in %p',
    (given) => {
      expect(readPostCursor(given)).toBeNull()
    },
  )
})
