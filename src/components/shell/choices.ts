import type { Choice } from '@/domain/identity/consents'

/** What a visitor chose at this school's host, and the random id under which that is written down. */
type Remembered = { choices: Partial<Record<Choice, boolean>>; visitor: string }

const KEY = 'choices'

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

/** What was chosen on this page, as it would be kept. */
let page: null | string = null

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
}
