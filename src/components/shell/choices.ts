import type { Choice } from '@/domain/identity/consents'

/** What a visitor chose at this school's host, and the random id under which that is written down. */
type Remembered = { choices: Partial<Record<Choice, boolean>>; visitor: string }

const KEY = 'choices'

/** Told of every choice made on this page. */
const CHANGED = 'lectern-choices'

const parsed = (text: null | string): null | Remembered => {
  try {
    const held = JSON.parse(text ?? 'null') as null | Partial<Remembered>

    return held?.choices && held.visitor ? { choices: held.choices, visitor: held.visitor } : null
  } catch {
    return null
  }
}

const kept = (): null | string => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** What this browser keeps, as text: the same text for as long as nothing is chosen. */
let page: null | string = null

/** What was chosen for one thing here; null while nobody was asked. */
export const choiceOf = (choice: Choice): boolean | null =>
  parsed(kept() ?? page)?.choices[choice] ?? null

/** The random id of this browser at this host: kept once something is chosen. */
export const visitorHere = (): string => parsed(kept() ?? page)?.visitor ?? crypto.randomUUID()

/** Remembers choices; a browser that keeps nothing remembers them as long as the page is open. */
export const rememberChoices = (
  choices: Partial<Record<Choice, boolean>>,
  visitor: string = visitorHere(),
): void => {
  const held = parsed(kept() ?? page)
  page = JSON.stringify({ choices: { ...held?.choices, ...choices }, visitor })
  try {
    localStorage.setItem(KEY, page)
  } catch {
    // The page remembers.
  }
  dispatchEvent(new Event(CHANGED))
}

/** Calls back whenever something is chosen, in this tab or another. */
export const onChoice = (changed: () => void): (() => void) => {
  addEventListener(CHANGED, changed)
  addEventListener('storage', changed)

  return () => {
    removeEventListener(CHANGED, changed)
    removeEventListener('storage', changed)
  }
}
