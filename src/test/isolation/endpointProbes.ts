import type { Endpoint, SanitizedConfig } from 'payload'

import type { Asked } from './calls'

import { HOSTILE_TEXTS, HOSTILE_VALUES, someOf } from './hostile'

/** Left out: what leads outside the API, what ends the caller's session, and what keeps the caller's own notes. */
const ELSEWHERE = /graphql|\/og$|\/health$|\/logout$|payload-preferences/

const PLAIN = /^\/(?:(?::id|versions|count|access)(?:[/?].*)?)?$/

/** Every endpoint beyond plain reading and writing, with its full path; Payload's own included. */
const endpointsOf = ({ collections, endpoints }: SanitizedConfig): Endpoint[] =>
  [
    ...endpoints,
    ...collections.flatMap(({ slug, endpoints: own }) =>
      (own || [])
        .filter(({ path }) => !PLAIN.test(path))
        .map((endpoint) => ({ ...endpoint, path: `/${slug}${endpoint.path}` })),
    ),
  ].filter(({ path }) => !ELSEWHERE.test(path))

/** A body, or a query, of which our endpoints take what they know. */
const goodFor = (id: string): Record<string, unknown> => ({
  answers: {},
  at: 1,
  collectionSlug: 'sections',
  coupon: 'X',
  docsToMove: [id],
  items: [{ offer: id }],
  lesson: id,
  message: 'A new lesson',
  newKeyWillBe: 'less',
  offer: id,
  orderableFieldName: '_sections_sections_order',
  position: 1,
  quiz: id,
  spans: [[0, 1]],
  target: { id, key: 'a0' },
  texts: [{ from: 'One', key: 'title', text: 'Two' }],
  to: 'a@example.com',
})

/** Each parameter of an endpoint's path, and each property of its body or query, hostile in turn. */
export const endpointProbes = (config: SanitizedConfig): Asked[] => {
  const id = crypto.randomUUID()
  const good = goodFor(id)

  return endpointsOf(config).flatMap((endpoint, turn): Asked[] => {
    const method = endpoint.method.toUpperCase() as Asked['method']
    const hasBody = method !== 'GET' && method !== 'DELETE'
    const pattern = endpoint.path.slice(1).replace(/\([^)]*\)/g, '')
    const filled = (value: string) => pattern.replace(/:\w+\??/g, encodeURIComponent(value))
    const inPath = pattern.includes(':')
      ? HOSTILE_TEXTS.map((text) => ({
          body: hasBody ? good : undefined,
          method,
          path: filled(text),
        }))
      : []
    if (!hasBody) {
      return [
        ...inPath,
        ...Object.keys(good).flatMap((key, i) =>
          someOf(HOSTILE_TEXTS, turn + i, 2).map((text) => ({
            method,
            path: `${filled(id)}?${key}=${encodeURIComponent(text)}`,
          })),
        ),
      ]
    }

    return [
      ...inPath,
      ...Object.keys(good).flatMap((key, i) =>
        someOf(HOSTILE_VALUES, turn + i, 6).map((value) => ({
          body: { ...good, [key]: value },
          method,
          path: filled(id),
        })),
      ),
      ...HOSTILE_VALUES.map((body) => ({ body, method, path: filled(id) })),
      {
        form: '{bad',
        headers: { 'Content-Type': 'application/json' },
        method,
        path: filled(id),
      },
    ]
  })
}
