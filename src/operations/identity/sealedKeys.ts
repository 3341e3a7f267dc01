import { isMask, maskOf } from '@/domain/identity/keyMasks'
import { seal, unseal } from '@/secrets'

type Keys = Record<string, string>

/** The keys of these `names` as somebody sent them: one that comes back as it is shown, or not at all, is what was kept; an empty one goes. */
export const keysSent = ({
  data,
  kept,
  names,
  tenant,
}: {
  data: object
  kept: null | string | undefined
  names: readonly string[]
  tenant: string
}): Keys => {
  const before = kept ? (JSON.parse(unseal({ sealed: kept, tenant })) as Keys) : {}
  const given = data as Record<string, unknown>
  const keys = names.map((name) => {
    const sent = given[name]
    const stays = sent === undefined || (typeof sent === 'string' && isMask(sent))

    return [name, stays ? before[name] : typeof sent === 'string' ? sent.trim() : '']
  })

  return Object.fromEntries(keys.filter(([, key]) => key)) as Keys
}

/** What stands in a row with keys: them all as one sealed text, and of each of `all` names what is shown of it; `open` ones as they are. */
export const sealedRow = ({
  all,
  keys,
  open = [],
  tenant,
}: {
  all: readonly string[]
  keys: Keys
  open?: readonly string[]
  tenant: string
}): Record<string, null | string> => ({
  ...Object.fromEntries(
    all.map((name) => {
      const key = keys[name]

      return [name, key ? (open.includes(name) ? key : maskOf(key)) : null]
    }),
  ),
  sealed: Object.keys(keys).length > 0 ? seal({ tenant, value: JSON.stringify(keys) }) : null,
})
