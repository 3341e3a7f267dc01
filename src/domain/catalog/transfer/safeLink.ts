/** Addresses that a text may lead to: of the web, of mail and telephone, and within the school. */
const LEADS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i

/** Whether a link may be followed, whoever wrote it. */
export const isSafeLink = (url: unknown): boolean =>
  typeof url === 'string' &&
  url.length <= 2000 &&
  LEADS.test(url) &&
  !/[\\\s\u0000-\u001f]/.test(url)
