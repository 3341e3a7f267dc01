import { THEME_KEY } from '@/domain/tenancy/theme/choice'

/** Light, dark, or as the reader's system has it. */
export const THEMES = ['light', 'dark', 'system'] as const

export type ThemeChoice = (typeof THEMES)[number]

const isTheme = (value: unknown): value is ThemeChoice => THEMES.some((one) => one === value)

/** What the reader chose; `system` when nothing was chosen or the browser keeps nothing. */
export const readTheme = (): ThemeChoice => {
  try {
    const held = localStorage.getItem(THEME_KEY)

    return isTheme(held) ? held : 'system'
  } catch {
    return 'system'
  }
}

/** Keeps the choice and shows it at once, on this page and in other tabs of the school. */
export const chooseTheme = (theme: ThemeChoice): void => {
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
    // A browser that keeps nothing still shows the choice until the next page.
  }
  showTheme(theme)
  dispatchEvent(new Event(THEME_KEY))
}

const showTheme = (theme: ThemeChoice): void => {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme
  } else {
    document.documentElement.dataset.theme = theme
  }
}

/** Calls back when the choice changes, here or in another tab. Answers the function that ends it. */
export const watchTheme = (changed: () => void): (() => void) => {
  const elsewhere = ({ key }: StorageEvent) => {
    if (key === THEME_KEY) {
      showTheme(readTheme())
      changed()
    }
  }
  addEventListener(THEME_KEY, changed)
  addEventListener('storage', elsewhere)

  return () => {
    removeEventListener(THEME_KEY, changed)
    removeEventListener('storage', elsewhere)
  }
}
