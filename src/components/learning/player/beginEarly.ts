import { keepEarly } from './early'
import { opening } from './useOpened'

/**
 * Asks for what the player of a page from the server will need, before the page has come to life: leave to play, the player's code, and
 * that of streams, which all but few films and recordings are. The page says by `data-film` which lesson's it is, by `data-sound` that there is nothing to see.
 */
export const beginEarly = (): void => {
  const { film, sound } =
    typeof document === 'undefined'
      ? {}
      : (document.querySelector<HTMLElement>('[data-film]')?.dataset ?? {})
  if (!film) {
    return
  }
  keepEarly(film, opening(film, false))
  // Code that does not come is asked for again, and missed, where it is needed.
  const missed = () => undefined
  void (sound === undefined ? import('./PlayerFrame') : import('./AudioFrame')).catch(missed)
  void import('hls.js').catch(missed)
}
