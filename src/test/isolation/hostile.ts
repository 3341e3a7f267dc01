/** Texts that break what is put together from strings: SQL, patterns, JSON, paths, templates. */
export const HOSTILE_TEXTS: readonly string[] = [
  `'`,
  `"`,
  `' or '1'='1`,
  `') or ('1'='1' --`,
  `'; drop table users; --`,
  `'); update users set name = 'mine'; --`,
  `' union select id, email from users --`,
  `'||pg_sleep(20)||'`,
  `/* */ --`,
  `_%\\`,
  `$1`,
  `a\u0000b`,
  `\\u0000`,
  `x'`.repeat(2000),
  `שלום Привет 𝕏 \u202e\uFEFF`,
  `{"equals":"1"}`,
  `__proto__`,
  `../../etc/passwd`,
  `\${7*7}{{7*7}}`,
  `-1`,
  `9999999999999999999999`,
  `1e400`,
  `2020-99-99T00:00:00Z`,
  `00000000-0000-0000-0000-00000000000g`,
]

/** Values of a type that is not the one asked for. */
export const HOSTILE_VALUES: readonly unknown[] = [
  ...HOSTILE_TEXTS,
  null,
  true,
  -1,
  1e308,
  [],
  [[`'`]],
  {},
  { equals: `'` },
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
]

/** A few of a list, others for each `turn`, so that all get their turn over many places. */
export const someOf = <T>(list: readonly T[], turn: number, count: number): T[] =>
  Array.from({ length: Math.min(count, list.length) }, (_, i) => (turn * count + i) % list.length)
    .map((place) => list[place])
    .filter((one): one is T => one !== undefined)
