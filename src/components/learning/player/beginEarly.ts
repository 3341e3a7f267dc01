import { keepEarly } from './early'
import { opening, openingOf } from './useOpened'

/**
 * Asks leave to play for the player of a page from the server, before the page has come to life. The page says by `data-film` which
 * lesson's it is.
 */
export const beginEarly = (): void => {
  const { film } =
    typeof document === 'undefined'
      ? {}
      : (document.querySelector<HTMLElement>('[data-film]')?.dataset ?? {})
  if (film) {
    keepEarly(film, opening(openingOf(film), false))
  }
}
