/** Who is asked for, as the address has it; an empty text is not asked. */
export type Asking = {
  course: string
  role: string
  search: string
  sort: string
  status: string
  tag: string
}

export const EVERYBODY: Asking = {
  course: '',
  role: '',
  search: '',
  sort: 'name',
  status: '',
  tag: '',
}

const KEYS = Object.keys(EVERYBODY) as (keyof Asking)[]

export const isNarrowed = (asking: Asking): boolean =>
  KEYS.some((key) => key !== 'sort' && asking[key] !== '')

/** What an address asks; Payload's own search is one of ours. */
export const readAsking = (address: Pick<URLSearchParams, 'get'>): Asking => ({
  ...EVERYBODY,
  ...Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = address.get(key)

      return value ? [[key, key === 'sort' && value !== 'newest' ? 'name' : value]] : []
    }),
  ),
})

/** Who is asked for, without their order, as work on many is told. */
export const filterOf = (asking: Asking): Record<string, string> =>
  Object.fromEntries(
    KEYS.flatMap((key) =>
      key !== 'sort' && asking[key].trim() ? [[key, asking[key].trim()]] : [],
    ),
  )

/** The same as a question to the school. */
export const query = (asking: Asking, more: Record<string, string> = {}): string =>
  new URLSearchParams({ ...filterOf(asking), ...more }).toString()

/** The same as an address: what is usual is left out. */
export const writtenAsking = (asking: Asking): string =>
  query(asking, asking.sort === EVERYBODY.sort ? {} : { sort: asking.sort })
