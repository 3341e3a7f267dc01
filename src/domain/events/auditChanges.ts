/** What the audit log may say of a value: `open` stays, `personal` can be taken out when the person is forgotten, `secret` is never written. */
export type Kind = 'open' | 'personal' | 'secret'

/** A value by its path in the row, with what may be said of it. */
export type Part = { kind: Kind; path: string; value: unknown }

export type Changes = { after: Record<string, unknown>; before: Record<string, unknown> }

/** What stands in place of a secret. */
export const SECRET = '•••'

/** A value longer than this, as JSON, is told by its beginning and its length. */
const LONGEST = 2_000
const SHOWN = 500

const SECRET_NAME =
  /(?:secret|password|sealed|token|hash|salt|signature|credential|private|cookie|(?:^|api|webhook|signing|access|auth)_?keys?$|otp|recovery|(?:tax|vat)Ids?$)/i

/** Whether a field or a part of a request holds, by its name, what nobody may read again. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name)

const shortened = (value: unknown): unknown => {
  const text = JSON.stringify(value ?? null)

  return text.length > LONGEST ? `${text.slice(0, SHOWN)}… (${text.length})` : (value ?? null)
}

const shown = ({ kind, value }: Part): unknown =>
  kind === 'secret' && value !== null && value !== undefined && value !== ''
    ? SECRET
    : shortened(value)

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

const none = (): Changes => ({ after: {}, before: {} })

/** Which parts of a row changed, from what to what: those of a person apart, secrets as dots. Either side may be empty. */
export const changesOf = (
  before: readonly Part[],
  after: readonly Part[],
): { changes: Changes; personal: Changes | null } => {
  const earlier = new Map(before.map((part) => [part.path, part]))
  const later = new Map(after.map((part) => [part.path, part]))
  const open = none()
  const personal = none()
  for (const path of [...new Set([...earlier.keys(), ...later.keys()])].sort()) {
    const was = earlier.get(path)
    const is = later.get(path)
    if (same(was?.value, is?.value)) {
      continue
    }
    const side = (is ?? was)?.kind === 'personal' ? personal : open
    if (was) {
      side.before[path] = shown(was)
    }
    if (is) {
      side.after[path] = shown(is)
    }
  }
  const isSaid = Object.keys({ ...personal.after, ...personal.before }).length > 0

  return { changes: open, personal: isSaid ? personal : null }
}

/** A request as the log may keep it: without secrets, and with texts cut. */
export const withoutSecrets = (sent: unknown, depth = 0): unknown => {
  if (Array.isArray(sent)) {
    return depth > 4 ? '…' : sent.slice(0, 50).map((one) => withoutSecrets(one, depth + 1))
  }
  if (typeof sent === 'object' && sent !== null) {
    return depth > 4
      ? '…'
      : Object.fromEntries(
          Object.entries(sent).map(([name, value]) => [
            name,
            isSecretName(name) ? SECRET : withoutSecrets(value, depth + 1),
          ]),
        )
  }

  return typeof sent === 'string' && sent.length > SHOWN ? `${sent.slice(0, SHOWN)}…` : sent
}
