/** Of which SCORM a package is. */
export type ScormVersion = '1.2' | '2004'

/** What a package says of itself: its version, what it is called, and the file it opens with, with its query. */
export type ScormPackage = { entry: string; title: string; version: ScormVersion }

/** Why a package is not played. */
export type ManifestFault = 'packageBroken' | 'packageEntities' | 'packageParts'

/** Where a package says what it is, and the most bytes that takes. */
export const MANIFEST = 'imsmanifest.xml'
export const LARGEST_MANIFEST = 1024 * 1024

type Element = { attributes: Record<string, string>; children: Element[]; name: string; text: string }

const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }

/** The five entities that XML has by itself, and signs by number; nothing that a document could define. */
const plain = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|quot));/gi, (whole, hex, dec, name) => {
    const code = hex ? parseInt(String(hex), 16) : Number(dec)

    return name ? (NAMED[String(name)] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const local = (name: string): string => name.replace(/^.*:/, '').toLowerCase()

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/g

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', double, single]) => [local(name), plain(double ?? single ?? '')],
    ),
  )

/** A document as elements, names without their prefix; null where it is not well-formed. */
const parsed = (xml: string): Element | null => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let at = 0
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, cdata, closes, name, attributes = '', isEmpty, text] = token
    const here = open.at(-1)
    if (token.index !== at || !here) {
      return null
    }
    at += whole.length
    if (name && closes) {
      if (open.length < 2 || here.name !== local(name)) {
        return null
      }
      open.pop()
    } else if (name) {
      const element: Element = {
        name: local(name),
        attributes: attributesIn(attributes),
        children: [],
        text: '',
      }
      here.children.push(element)
      if (!isEmpty) {
        open.push(element)
      }
    } else {
      here.text += cdata ?? plain(text ?? '')
    }
  }

  return at === xml.length && open.length === 1 ? root : null
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ])

const versionIn = (xml: string, root: Element): ScormVersion => {
  const [said] = all(root, 'schemaversion').map(({ text }) => text.trim())
  if (said) {
    return said === '1.2' ? '1.2' : '2004'
  }

  return xml.includes('adlcp_v1p3') ? '2004' : '1.2'
}

/** The path of a file in a package, from its base; null where it leads out of it, or to another site. */
export const pathIn = (base: string, href: string): null | string => {
  const [address = '', tail = ''] = [href.replace(/[#?].*$/, ''), /[#?].*$/.exec(href)?.[0] ?? '']
  let path = ''
  try {
    path = decodeURIComponent(`${base}${address}`)
  } catch {
    return null
  }
  const isPlain =
    path !== '' &&
    !/^[a-z][a-z\d+.-]*:|^\/|\\/i.test(path) &&
    path.split('/').every((part) => part !== '..')

  return isPlain ? `${path.replace(/(^|\/)\.\//g, '$1')}${tail}` : null
}

/**
 * What a manifest says of its package, of the one part that learners open. A document type is refused
 * whatever it says: with it come entities, and by them other files.
 */
export const manifestOf = (xml: string): ManifestFault | ScormPackage => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return 'packageEntities'
  }
  const root = parsed(xml.replace(/^\uFEFF/, ''))
  const [manifest] = root?.children.filter(({ name }) => name === 'manifest') ?? []
  if (!manifest) {
    return 'packageBroken'
  }
  const resources = new Map(
    all(manifest, 'resource').map((one) => [one.attributes.identifier ?? '', one]),
  )
  const items = all(manifest, 'item').flatMap(({ attributes, children }) => {
    const resource = resources.get(attributes.identifierref ?? '')

    return resource?.attributes.href ? [{ attributes, children, resource }] : []
  })
  const [item] = items
  if (!item) {
    return 'packageBroken'
  }
  const [outer] = all(manifest, 'resources')
  const base = `${manifest.attributes.base ?? ''}${outer?.attributes.base ?? ''}${item.resource.attributes.base ?? ''}`
  const entry = pathIn(base, item.resource.attributes.href ?? '')
  if (new Set(items.map(({ resource }) => resource)).size > 1) {
    return 'packageParts'
  }
  const titleOf = (children: readonly Element[]) =>
    children.find(({ name }) => name === 'title')?.text.trim()
  const [organization] = all(manifest, 'organization')

  return entry === null
    ? 'packageBroken'
    : {
        entry,
        title: (titleOf(organization?.children ?? []) ?? titleOf(item.children) ?? '').slice(0, 200),
        version: versionIn(xml, manifest),
      }
}
