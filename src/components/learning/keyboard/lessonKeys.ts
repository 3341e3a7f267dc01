/** What a key asks of the lesson's page, beside what the player's keys do. */
export type LessonCommand = 'focus' | 'help' | 'next' | 'previous'

const WITH_SHIFT: Readonly<Record<string, LessonCommand>> = { KeyN: 'next', KeyP: 'previous' }

type Pressed = Pick<
  KeyboardEvent,
  'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'repeat' | 'shiftKey'
>

/**
 * What a pressed key asks of the lesson's page, or null; nothing where one `types`. Letters go by their
 * place, so that they work in every keyboard layout; the question mark by what it writes.
 */
export const lessonCommandOf = (
  { altKey, code, ctrlKey, key, metaKey, repeat, shiftKey }: Pressed,
  types: boolean,
): LessonCommand | null => {
  if (types || repeat || altKey || ctrlKey || metaKey) {
    return null
  }
  if (key === '?') {
    return 'help'
  }
  if (shiftKey) {
    return WITH_SHIFT[code] ?? null
  }

  return code === 'KeyZ' ? 'focus' : null
}

/** The keys of a lesson as its map lists them, by what they are for. */
export const KEY_MAP = {
  lesson: [
    { does: 'next', keys: ['Shift', 'N'] },
    { does: 'previous', keys: ['Shift', 'P'] },
    { does: 'focus', keys: ['Z'] },
    { does: 'help', keys: ['?'] },
  ],
  video: [
    { does: 'toggle', keys: ['K'] },
    { does: 'back', keys: ['J'] },
    { does: 'forward', keys: ['L'] },
    { does: 'step', keys: ['←', '→'] },
    { does: 'volume', keys: ['↑', '↓'] },
    { does: 'mute', keys: ['M'] },
    { does: 'captions', keys: ['C'] },
    { does: 'fullScreen', keys: ['F'] },
  ],
} as const
