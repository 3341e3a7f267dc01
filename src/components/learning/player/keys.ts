/** What a key asks of the player; `by` in seconds, or in parts of the full volume. */
export type KeyCommand =
  { by: number; kind: 'seek' | 'volume' } | { kind: 'captions' | 'fullScreen' | 'mute' | 'toggle' }

/** How far J and L jump, in seconds. */
export const LONG_JUMP = 10

const SHORT_JUMP = 5

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  ArrowDown: { by: -0.1, kind: 'volume' },
  ArrowLeft: { by: -SHORT_JUMP, kind: 'seek' },
  ArrowRight: { by: SHORT_JUMP, kind: 'seek' },
  ArrowUp: { by: 0.1, kind: 'volume' },
  KeyC: { kind: 'captions' },
  KeyF: { kind: 'fullScreen' },
  KeyJ: { by: -LONG_JUMP, kind: 'seek' },
  KeyK: { kind: 'toggle' },
  KeyL: { by: LONG_JUMP, kind: 'seek' },
  KeyM: { kind: 'mute' },
  Space: { kind: 'toggle' },
}

/** Keys that buttons, sliders and the page itself use; the player has them only while it has the focus, or nothing has. */
const SHARED = new Set(['ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Space'])

/** Keys that move the page: only a player with the focus may take them. */
const SCROLLING = new Set(['ArrowDown', 'ArrowUp'])

type Pressed = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'metaKey'>

/**
 * What a pressed key asks of the player, or null. Goes by the place of the key, so that it works in every
 * keyboard layout. `focus` is where the keyboard is: in the `player`, in a box one `types` in, on another
 * `control`, or on the `page`.
 */
export const commandOf = (
  { altKey, code, ctrlKey, metaKey }: Pressed,
  focus: 'control' | 'page' | 'player' | 'types',
): KeyCommand | null => {
  if (altKey || ctrlKey || metaKey || focus === 'types') {
    return null
  }
  if ((focus === 'control' && SHARED.has(code)) || (focus !== 'player' && SCROLLING.has(code))) {
    return null
  }

  return COMMANDS[code] ?? null
}
