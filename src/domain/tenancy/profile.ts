/** A link to a page of a school elsewhere: its address, and the site's name to read. */
export type SocialLink = { href: string; name: string }

const NAMES: Readonly<Record<string, string>> = {
  'facebook.com': 'Facebook',
  'github.com': 'GitHub',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  'pinterest.com': 'Pinterest',
  't.me': 'Telegram',
  'tiktok.com': 'TikTok',
  'vk.com': 'VK',
  'x.com': 'X',
  'youtube.com': 'YouTube',
}

/** The `https` links among lines of text, in their order, each once; anything else is left out. */
export const socialLinks = (lines: null | string | undefined): SocialLink[] => {
  const links = (lines ?? '').split('\n').flatMap((line) => {
    const text = line.trim()
    if (!/^https:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) {
      return []
    }
    const { hostname, href } = new URL(text)
    const host = hostname.replace(/^(?:www|m)\./, '')

    return host.includes('.') ? [{ name: NAMES[host] ?? host, href }] : []
  })

  return links.filter(({ href }, place) => links.findIndex((one) => one.href === href) === place)
}
