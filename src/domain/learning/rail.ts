/** The cookie in which a browser keeps whether the curriculum stands open; read by the server, so that nothing jumps. */
export const RAIL_COOKIE = 'rail'
