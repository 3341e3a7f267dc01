/** Where browsers tell what they refused in a page. */
export const REPORTS_PATH = '/api/security/reports'

/** Longest address of a report that is worth reading. */
const MOST = 200

/** An address as a log may hold it: without its query, which can carry keys, and with ids taken out, so that many pages are one kind. */
export const addressWithoutSecrets = (address: string): string =>
  (address.split(/[?#]/, 1)[0] ?? '')
    .replace(/[\da-f]{8}-[\da-f-]{27}/gi, ':id')
    .replace(/[^\x21-\x7e]/g, '')
    .slice(0, MOST)
