/** A network by its own name, and the address at which a link is shared there. */
export type ShareLink = { href: string; name: string }

/** Where a page can be shared: plain links that load nothing from anybody. */
export const shareLinks = ({ title, url }: { title: string; url: string }): ShareLink[] => {
  const [text, address] = [encodeURIComponent(title), encodeURIComponent(url)]

  return [
    { name: 'X', href: `https://twitter.com/intent/tweet?text=${text}&url=${address}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${address}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${text}%20${address}` },
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${text}` },
  ]
}
