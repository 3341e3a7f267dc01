/** Where a request goes: one of the demo schools, or the platform itself. */
export type Place = 'aurora' | 'ofek' | 'platform'

/** The port of the platform under test. */
export const port = (): number => Number(process.env.E2E_PORT)

/** The `Host` of a place, with its port. */
export const hostOf = (place: Place): string =>
  `${place === 'platform' ? '' : `${place}.`}localhost:${port()}`

/** The origin of a place as a browser states it. */
export const originOf = (place: Place): string => `http://${hostOf(place)}`
