import { RAIL_COOKIE } from '@/domain/learning/rail'

const YEAR = 31_536_000

/** Keeps the choice for this browser. */
export const rememberRail = (open: boolean): void => {
  document.cookie = `${RAIL_COOKIE}=${open ? 'open' : 'closed'};path=/learn;max-age=${YEAR};samesite=lax`
}
