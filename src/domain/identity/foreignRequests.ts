/**
 * What other servers, and pages of other sites, may ask to be changed. None of them is believed for a cookie: webhooks are signed, the link of a
 * mail carries its own proof (RFC 8058), and whoever comes back from signing in elsewhere brings what the provider signed, with the state that we gave.
 */
const FOREIGN = [
  /^\/api\/(?:connect\/stripe|payments\/\w+)\/webhook$/,
  /^\/api\/film-reports\/(?:bunny|mux)$/,
  /^\/api\/unsubscribe\/[^/]+$/,
  /^\/api\/sign-in\/provider\/[^/]+\/acs$/,
  /^\/api\/auth\/(?:callback|oauth2\/callback|sso\/callback|sso\/saml2)\//,
]

/** Whether a change at `path` may come from elsewhere. */
export const takesForeign = (path: string): boolean => FOREIGN.some((one) => one.test(path))
