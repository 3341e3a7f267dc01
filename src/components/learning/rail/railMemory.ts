/** The cookie in which a browser keeps whether the curriculum stands open; read by the server, so that nothing jumps. */
export const RAIL_COOKIE = 'lectern_rail'

const YEAR = 31_536_000

/** Keeps the choice for this browser. */
export const rememberRail = (open: boolean): void => {
  document.cookie = `${RAIL_COOKIE}=${open ? 'open' : 'closed'};path=/learn;max-age=${YEAR};samesite=lax`
}
