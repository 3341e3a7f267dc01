/** A value of Stripe's form encoding: text, a list, or named values. */
export type FormValue = FormValue[] | string | { [name: string]: FormValue }

type Branch = Map<string, Branch | string>

/**
 * Decodes a body or query in Stripe's encoding, `a[b][0][c]=text`, where brackets name members and
 * whole numbers or nothing (`expand[]=x`) list items.
 */
export const decodeForm = (text: string): Record<string, FormValue> => {
  const root: Branch = new Map()
  for (const [key, value] of new URLSearchParams(text)) {
    const path = [
      key.replace(/\[.*$/, ''),
      ...[...key.matchAll(/\[([^\]]*)\]/g)].map(([, name = '']) => name),
    ]
    plant({ branch: root, path, value })
  }

  return Object.fromEntries([...root].map(([name, value]) => [name, grown(value)]))
}

const plant = ({
  branch,
  path,
  value,
}: {
  branch: Branch
  path: string[]
  value: string
}): void => {
  const [step = '', ...rest] = path
  const name = step || String(branch.size)
  if (rest.length === 0) {
    branch.set(name, value)

    return
  }
  const next = branch.get(name)
  const inner: Branch = next instanceof Map ? next : new Map()
  branch.set(name, inner)
  plant({ branch: inner, path: rest, value })
}

const grown = (value: Branch | string): FormValue => {
  if (typeof value === 'string') {
    return value
  }
  const entries = [...value].map(([name, inner]) => [name, grown(inner)] as const)

  return entries.every(([name]) => /^\d+$/.test(name))
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries)
}
