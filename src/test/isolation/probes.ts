import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

import type { Asked } from './calls'

import { HOSTILE_TEXTS, someOf } from './hostile'

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'less_than_equal',
  'exists',
  'near',
  'all',
  'within',
  'bogus',
  `x'`,
]

/** Places of the query, `@` standing for what is hostile. */
const PARAMETERS = [
  'where=@',
  'where[@][equals]=1',
  'where[or]=@',
  'where[and][0]=@',
  'where[and][0][or][0][id]=@',
  'where[id][equals][]=@',
  'where[id][in][a]=@',
  'where[tenant.@][equals]=1',
  'where[tenant.name][equals]=@',
  'sort=@',
  'sort=-@',
  'sort=tenant.@',
  'sort[]=@',
  'sort[a]=@',
  'limit=@',
  'page=@',
  'depth=@',
  'depth[]=@',
  'select=@',
  'select[@]=true',
  'populate=@',
  'populate[@][title]=true',
  'joins=@',
  'joins[@][limit]=1',
  'joins[sections][sort]=@',
  'joins[sections][limit]=@',
  'joins[sections][where][title][equals]=@',
  'joins[sections][where][id][in][a]=@',
  'locale=@',
  'fallback-locale=@',
  'draft=@',
  'trash=@',
  'pagination=@',
]

const IDS: Omit<Asked, 'path'>[] = [
  {},
  { body: { title: 'x' }, method: 'PATCH' },
  { method: 'DELETE' },
]

const encoded = (text: string): string => encodeURIComponent(text)

/** Keeps an answer short that a parameter does not make short or long itself. */
const shortly = (parameter: string): string =>
  /^(?:depth|joins|limit|page|pagination|populate)\b/.test(parameter) ? '' : '&depth=0&limit=1'

/** One path for each kind of field that a collection has, down into groups, lists and JSON. */
const pathsOf = (fields: FlattenedField[]): string[] => {
  const found = new Map<string, string>([['id', 'id']])
  const visit = (field: FlattenedField, above: string, kind: string): void => {
    const path = `${above}${field.name}`
    const known = `${kind}${field.type}`
    if (!found.has(known)) {
      found.set(known, path)
    }
    if (['blocks', 'json', 'richText'].includes(field.type)) {
      found.set(`${known}.`, `${path}.root.children`)
    }
    if (field.type === 'group' || field.type === 'array') {
      field.flattenedFields.forEach((inner) => visit(inner, `${path}.`, `${known}.`))
    }
  }
  fields.forEach((field) => visit(field, '', ''))

  return [...found.values()]
}

/** Filters on each kind of field with each operator. */
export const filterProbes = ({ slug, flattenedFields }: SanitizedCollectionConfig): Asked[] =>
  pathsOf(flattenedFields).flatMap((path, i) =>
    OPERATORS.flatMap((operator, j) =>
      someOf(HOSTILE_TEXTS, i * OPERATORS.length + j, 1).map((text) => ({
        path: `${slug}?depth=0&limit=1&where[${path}][${encoded(operator)}]=${encoded(text)}`,
      })),
    ),
  )

/** Every other parameter of a query, and ids in paths, of rows and of versions, for every method. */
export const parameterProbes = ({ slug }: SanitizedCollectionConfig, turn: number): Asked[] => [
  ...PARAMETERS.flatMap((parameter, i) =>
    someOf(HOSTILE_TEXTS, turn + i, 3).map((text) => ({
      path: `${slug}?${parameter.replace('@', encoded(text))}${shortly(parameter)}`,
    })),
  ),
  ...someOf(HOSTILE_TEXTS, turn, 8).flatMap((text): Asked[] => [
    ...IDS.flatMap((asked) => [
      { ...asked, path: `${slug}/${encoded(text)}` },
      { ...asked, path: `${slug}?where[id][equals]=${encoded(text)}` },
      { ...asked, path: `${slug}?where[id][in][a]=${encoded(text)}` },
    ]),
    { path: `${slug}/count?where[id][equals]=${encoded(text)}` },
    { path: `${slug}/versions/${encoded(text)}` },
    { path: `${slug}/versions?where[parent][equals]=${encoded(text)}&sort=${encoded(text)}` },
    { body: {}, method: 'POST', path: `${slug}/versions/${encoded(text)}` },
    { body: {}, method: 'POST', path: `${slug}/${encoded(text)}/duplicate` },
    { body: {}, method: 'POST', path: `${slug}/access/${encoded(text)}` },
  ]),
]
