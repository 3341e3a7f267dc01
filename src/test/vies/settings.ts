/** Where the tests' VIES listens: one port for each of Jest's workers, below those that connections leave by. */
export const VIES_PORT = 27_300 + Number(process.env.JEST_WORKER_ID ?? 0)

Object.assign(process.env, {
  COUNTRY_HEADER: 'x-country',
  VIES_API_BASE: `http://127.0.0.1:${VIES_PORT}`,
})
