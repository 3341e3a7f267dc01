import { Halt } from '../runtime/halt.mjs'

/**
 * @param {{ after: RegExp, text: string, what: string }} given
 * @returns {{ body: string, from: number, to: number }} what stands between the brackets that follow
 */
const bracketsAfter = ({ after, text, what }) => {
  const found = after.exec(text)
  const from = found ? found.index + found[0].length : -1
  const to = text.indexOf(']', from)
  if (from < 0 || to < 0) {
    throw new Halt(`There is no ${what} to add the domain to.`)
  }

  return { body: text.slice(from, to), from, to }
}

/** @param {string} body */
const itemsOf = (body) =>
  body
    .replace(/\/\/.*$/gm, '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/**
 * The order of domains, upstream first, in dependency-cruiser's configuration.
 * @param {string} text
 */
export const orderIn = (text) =>
  itemsOf(bracketsAfter({ after: /const DOMAINS = \[/, text, what: 'list DOMAINS' }).body).map(
    (item) => item.replace(/['"]/g, ''),
  )

/**
 * Adds a domain to that list, as the last, unless it has its place there already.
 * @param {{ domain: string, text: string }} given
 */
export const withOrder = ({ domain, text }) => {
  if (orderIn(text).includes(domain)) {
    return text
  }
  const { body, from, to } = bracketsAfter({
    after: /const DOMAINS = \[/,
    text,
    what: 'list DOMAINS',
  })

  return `${text.slice(0, from)}${body.trimEnd().replace(/,?$/, ',')} '${domain}'${text.slice(to)}`
}

/**
 * Adds a domain's manifest to `plugins/index.ts`: its import among the others, and its name in the list
 * at the place that `order` gives it.
 * @param {{ domain: string, order: string[], text: string }} given
 */
export const withManifest = ({ domain, order, text }) => {
  const { body, from, to } = bracketsAfter({
    after: /const domains = \[/,
    text,
    what: 'list `domains` in plugins/index.ts',
  })
  const items = itemsOf(body)
  const later = order.slice(order.indexOf(domain) + 1)
  const next = items.findIndex((item) => later.includes(item))
  items.splice(next < 0 ? items.length : next, 0, domain)
  const listed = `${text.slice(0, from)}${items.join(', ')}${text.slice(to)}`
  const line = `import { ${domain} } from './${domain}'\n`
  const imports = [...listed.matchAll(/^import \{ (\w+) \} from '\.\/\w+'\n/gm)]
  const following = imports.find(([, name = '']) => name > domain)
  const last = imports.at(-1)
  const at = following?.index ?? (last ? last.index + last[0].length : 0)

  return `${listed.slice(0, at)}${line}${listed.slice(at)}`
}
