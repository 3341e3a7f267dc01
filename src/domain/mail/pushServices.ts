/** The push services of browsers, by the ends of their host names: Chrome and others, Firefox, Edge, Safari. */
const SERVICES = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
]

/** The longest address of a subscription that is kept. */
export const LONGEST_ENDPOINT = 1000

/** Browsers of one account that are told: with one more, the one that was heard of longest ago is forgotten. */
export const MOST_BROWSERS = 10

/**
 * Whether an address that a browser names as its own may be sent to: at a push service of browsers, over https and its own port, or at
 * `own`, a service of the installation. Any other would let a member have the platform send to whom they like.
 */
export const isPushEndpoint = (address: string, own?: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || address.length > LONGEST_ENDPOINT || url.username || url.password) {
    return false
  }

  return (
    (own !== undefined && url.origin === new URL(own).origin) ||
    (url.protocol === 'https:' &&
      url.port === '' &&
      SERVICES.some((name) => url.hostname === name || url.hostname.endsWith(`.${name}`)))
  )
}
