/** What a page says of itself to search engines and previews. */
export type Head = {
  alternates: Record<string, string>
  canonical?: string
  facts: Record<string, unknown>[]
  links: string[]
  meta: Record<string, string>
  title?: string
}

const SIGNS: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"' }

const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|gt|lt|quot);/g, (_, sign: string) => SIGNS[sign] ?? '')

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  )

const tagsOf = (html: string, name: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name}\\s[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag))

/** Reads a rendered page; throws where facts of its are no JSON. */
export const headOf = (html: string): Head => {
  const links = tagsOf(html, 'link')
  const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]

  return {
    alternates: Object.fromEntries(
      links.flatMap(({ href, hreflang, rel }) =>
        rel === 'alternate' && hreflang ? [[hreflang, href ?? '']] : [],
      ),
    ),
    canonical: links.find(({ rel }) => rel === 'canonical')?.href,
    facts: found.map(([, json = '']) => JSON.parse(json) as Record<string, unknown>),
    links: tagsOf(html, 'a').flatMap(({ href }) => href ?? []),
    meta: Object.fromEntries(
      tagsOf(html, 'meta').map(({ name, content = '', property }) => [
        name ?? property ?? '',
        content,
      ]),
    ),
    title: decoded(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''),
  }
}
