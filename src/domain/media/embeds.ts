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

/** Documents and boards of the web that may be a lesson: the host, what its address has to look like, and the address that may stand in a frame. */
const FRAMES: { frame: (path: string) => string; host: string; path: RegExp }[] = [
  {
    frame: (path) => `https://www.loom.com/embed/${path.split('/')[2]}`,
    host: 'www.loom.com',
    path: /^\/(?:share|embed)\/[\da-f]{32}(?=[?#]|$)/,
  },
  {
    frame: (path) => `https://docs.google.com${path}/${path.startsWith('/forms') ? 'viewform?embedded=true' : path.startsWith('/presentation') ? 'embed' : 'pub?embedded=true'}`,
    host: 'docs.google.com',
    path: /^\/(?:document|presentation|spreadsheets|forms)\/d\/(?:e\/)?[\w-]{20,120}(?=[/?#]|$)/,
  },
  {
    frame: (path) => `https://embed.figma.com${path}?embed-host=lesson`,
    host: 'www.figma.com',
    path: /^\/(?:board|deck|design|file|proto|slides)\/\w{16,40}(?=[/?#]|$)/,
  },
  {
    frame: (path) => `https://codepen.io${path.replace('/pen/', '/embed/')}?default-tab=result`,
    host: 'codepen.io',
    path: /^\/[\w-]{1,60}\/(?:pen|embed)\/\w{4,40}(?=[/?#]|$)/,
  },
]

/**
 * The address of what may stand in a lesson's frame for an address that an author pasted: players of
 * films, and pages of the hosts listed here. Null for everything else.
 */
export const frameOf = (address: string): null | string => {
  const player = embedOf(address)
  if (player || !URL.canParse(address)) {
    return player
  }
  const { hostname, pathname, protocol } = new URL(address)
  const known = FRAMES.find(({ host }) => host === hostname)
  const [path] = known?.path.exec(pathname) ?? []

  return known && path && protocol === 'https:' ? known.frame(path) : null
}

/** Origins of everything that `frameOf` answers: what pages may have in frames. */
export const FRAME_ORIGINS: readonly string[] = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://www.loom.com',
  'https://docs.google.com',
  'https://embed.figma.com',
  'https://codepen.io',
]

/** Hosts of which something can stand in a lesson, for people to read. */
export const FRAMED_HOSTS = 'YouTube, Vimeo, Loom, Google Docs, Figma, CodePen'

/** Whether a link may be followed: our own paths, the web, mail and telephone; never a script. */
export const isSafeLink = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i.test(address.trim())
