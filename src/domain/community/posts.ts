import { RuleError } from '../errors'

/** Characters of a post's title, of what is written in a post or a comment, and of a moderator's reason. */
export const LONGEST_TITLE = 140
export const LONGEST_BODY = 10_000
export const LONGEST_REASON = 500

/** Posts of a page, and comments of a page below one. */
export const POSTS_PAGE = 20
export const COMMENTS_PAGE = 50

/** What one person may write in a space: so many posts and comments in so many seconds. */
export const FLOOD = { most: 10, seconds: 60 } as const

/** More that is new is not counted. */
export const MOST_FRESH = 99

/** Who took a post or a comment away. */
export const REMOVERS = ['author', 'staff'] as const

export type Remover = (typeof REMOVERS)[number]

/** What those who keep order do with a comment, and with a post. */
export const COMMENT_ACTIONS = ['remove', 'restore'] as const
export const POST_ACTIONS = ['pin', 'unpin', 'lock', 'unlock', ...COMMENT_ACTIONS] as const

export type CommentAction = (typeof COMMENT_ACTIONS)[number]
export type PostAction = (typeof POST_ACTIONS)[number]

/** The longest that each field of a post or comment may be, in characters. */
const LONGEST = { body: LONGEST_BODY, reason: LONGEST_REASON, title: LONGEST_TITLE } as const

type TextField = keyof typeof LONGEST

const written = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** A text as it is kept: trimmed, with line ends of one kind. Throws textTooLong with `field` and `most`. */
export const fitText = (field: TextField, text: string): string => {
  const kept = written(text)
  if (kept.length > LONGEST[field]) {
    throw new RuleError('textTooLong', { field, most: LONGEST[field] })
  }

  return kept
}

/** The same of a text that must be there; throws textMissing with `field`. */
export const neededText = (field: TextField, text: string): string => {
  const kept = fitText(field, text)
  if (kept === '') {
    throw new RuleError('textMissing', { field })
  }

  return kept
}

/** Where the next page of posts begins: pinned ones come first, then those that something happened in last. */
export type PostCursor = { at: string; id: string; isPinned: boolean }

/** Where the next page of comments begins. */
export type CommentCursor = Omit<PostCursor, 'isPinned'>

const ID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
const MOMENT =
  '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d(?::\\d\\d)?)'
const COMMENT_CURSOR = new RegExp(`^(${MOMENT})_(${ID})$`)
const POST_CURSOR = new RegExp(`^([01])_(${MOMENT})_(${ID})$`)

export const writeCommentCursor = ({ id, at }: CommentCursor): string => `${at}_${id}`

export const writePostCursor = ({ id, at, isPinned }: PostCursor): string =>
  `${isPinned ? 1 : 0}_${at}_${id}`

/** A moment that the calendar knows. */
const isMoment = (at: string): boolean => !Number.isNaN(Date.parse(at))

/** What a cursor of comments says; null where it is none. */
export const readCommentCursor = (text: string): CommentCursor | null => {
  const [, at, id] = COMMENT_CURSOR.exec(text) ?? []

  return at && id && isMoment(at) ? { id, at } : null
}

/** What a cursor of posts says; null where it is none. */
export const readPostCursor = (text: string): null | PostCursor => {
  const [, pinned, at, id] = POST_CURSOR.exec(text) ?? []

  return at && id && isMoment(at) ? { id, at, isPinned: pinned === '1' } : null
}
