/** Players that may stand in a page, and how each finds the video in an address. */
const PLAYERS: { find: RegExp; hosts: readonly string[]; player: (id: string) => string }[] = [
  {
    find: /^\/(?:watch\?(?:.*&)?v=|embed\/|shorts\/|)([\w-]{11})(?:[?&#/]|$)/,
    hosts: [
      'youtube.com',
      'www.youtube.com',
      'm.youtube.com',
      'youtu.be',
      'www.youtube-nocookie.com',
    ],
    player: (id) => `https://www.youtube-nocookie.com/embed/${id}`,
  },
  {
    find: /^\/(?:video\/)?(\d{5,12})(?:[?&#/]|$)/,
    hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'],
    player: (id) => `https://player.vimeo.com/video/${id}?dnt=1`,
  },
]

/** The address of the player for a video's address, or null where the host is not one we know. */
export const embedOf = (address: string): null | string => {
  if (!URL.canParse(address)) {
    return null
  }
  const { hostname, pathname, protocol, search } = new URL(address)
  const known = PLAYERS.find(({ hosts }) => hosts.includes(hostname))
  const id = known?.find.exec(`${pathname}${search}`)?.[1]

  return known && id && protocol === 'https:' ? known.player(id) : null
}

/** Whether a link may be followed: our own paths, the web, mail and telephone; never a script. */
export const isSafeLink = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i.test(address.trim())
