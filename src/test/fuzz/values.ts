import { pick } from './random'

const NUL = '\u0000'
const LONE = '\ud800'

/** Ids of nothing, and what is none. */
export const IDS = [
  '019a2b3c-4d5e-7f60-8123-456789abcdef',
  'nothing',
  '0',
  '-1',
  `'`,
  `' or 1=1--`,
  `1'; select pg_sleep(4)--`,
  '%00',
  '%ED%A0%80',
  '%E2%80%AEx',
  '..%2f..%2fetc%2fpasswd',
  'x'.repeat(600),
  '[object Object]',
  '%7B%22%24ne%22%3A1%7D',
]

/** What nobody means to send, by whatever type is wanted. */
export const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  '',
  ' ',
  'x',
  'x'.repeat(20_000),
  NUL,
  `a${NUL}b`,
  LONE,
  `\udc00${LONE}`,
  '\u202Egnp.exe',
  '\uFEFF\u200B',
  '𝕏'.repeat(50),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'; drop table users;--`,
  `' or pg_sleep(4)--`,
  `1) or (select pg_sleep(4)) is not null--`,
  '$1',
  '{{7*7}}',
  '../../etc/passwd',
  '2026-13-45T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  'infinity',
  'NaN',
  [],
  [[[[[[]]]]]],
  [null],
  Array.from({ length: 2000 }, (_, at) => at),
  {},
  { $ne: null },
  { equals: { in: [] } },
  { constructor: { prototype: { admin: true } } },
  { root: { type: 'root', children: [{ type: 'nothing' }] } },
  { relationTo: 'users', value: '019a2b3c-4d5e-7f60-8123-456789abcdef' },
]

const FIELDS = [
  'id',
  'tenant',
  'title',
  'createdAt',
  'roles',
  'email',
  'password',
  'password_hash',
  'nothing',
  'tenant.slug',
  'tenant.secrets.value',
  '_status',
  'a.b.c.d.e.f.g.h',
  `x"; drop table users;--`,
  '__proto__',
  '',
]

const OPERATORS = [
  'all',
  'contains',
  'equals',
  'exists',
  'greater_than',
  'in',
  'intersects',
  'less_than_equal',
  'like',
  'near',
  'not_equals',
  'not_in',
  'not_like',
  'nothing',
  'within',
  '$where',
]

const NUMBERS = ['-1', '0', '1e9', '99999999999999999999', 'abc', '1.5', '', 'NaN', '1;select 1']

const TEXTS = [
  '',
  'x',
  `'`,
  `' or pg_sleep(4)--`,
  '\u0000',
  '\u202E',
  '%',
  '\\',
  '(((((',
  'null',
  '{}',
  'x'.repeat(3000),
]

/** A query of Payload's REST API, with something wrong in each part. */
export const queryOf = (random: () => number): string => {
  const field = () => pick(random, FIELDS)
  const text = () => pick(random, TEXTS)
  const parts: (() => [string, string])[] = [
    () => [`where[${field()}][${pick(random, OPERATORS)}]`, text()],
    () => [`where[or][${pick(random, NUMBERS)}][${field()}][${pick(random, OPERATORS)}]`, text()],
    () => [`where[and][0][or][0][${field()}][equals]`, text()],
    () => ['where', text()],
    () => ['sort', pick(random, ['-', '', 'nothing', '-id,-', ...FIELDS, ...TEXTS])],
    () => ['depth', pick(random, NUMBERS)],
    () => ['limit', pick(random, NUMBERS)],
    () => ['page', pick(random, NUMBERS)],
    () => ['locale', text()],
    () => ['draft', text()],
    () => ['trash', text()],
    () => [`select[${field()}]`, text()],
    () => ['select', text()],
    () => [`populate[${pick(random, ['users', 'courses', 'nothing'])}][${field()}]`, text()],
    () => [`joins[${field()}][limit]`, pick(random, NUMBERS)],
    () => ['pagination', text()],
  ]

  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, parts)())
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}

const NAMES = [
  'id',
  'tenant',
  'title',
  'name',
  'email',
  'password',
  'roles',
  'items',
  'offer',
  'course',
  'lesson',
  'status',
  'body',
  'text',
  'token',
  'answers',
  'ids',
  'value',
  'locale',
  'settings',
  'position',
  'spans',
  'code',
  'amount',
  '_status',
  'user',
  'slug',
  'layout',
  'createdAt',
  'key',
  'kind',
  'data',
]

/** A body that no form sends; `known` are names that mean something to whoever reads it. */
export const bodyOf = (random: () => number, known: readonly string[] = []): unknown =>
  random() < 0.1
    ? pick(random, VALUES)
    : Object.fromEntries(
        Array.from({ length: 1 + Math.floor(random() * 6) }, () => [
          pick(random, known.length > 0 && random() < 0.8 ? known : NAMES),
          pick(random, VALUES),
        ]),
      )
