type Change = { back: number; changed: number; gone: number; table: string }

type KindChange = { kind: string } & Omit<Change, 'table'>

/** Changes of tables by what their rows belong to: a table of parts, such as `courses_faq`, counts with the longest of `kinds` that begins its name. */
export const changesByKind = (
  changes: readonly Change[],
  kinds: readonly string[],
): KindChange[] => {
  const found = new Map<string, KindChange>()
  for (const { back, changed, gone, table } of changes) {
    const name = table.replace(/^_(.*?)_v(?=_|$)/, '$1')
    const kind =
      kinds
        .filter((one) => name === one || name.startsWith(`${one}_`))
        .sort((one, other) => other.length - one.length)[0] ?? table
    const known = found.get(kind) ?? { back: 0, changed: 0, gone: 0, kind }
    found.set(kind, {
      back: known.back + back,
      changed: known.changed + changed,
      gone: known.gone + gone,
      kind,
    })
  }

  return [...found.values()]
}
