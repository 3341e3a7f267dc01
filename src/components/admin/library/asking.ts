import type { FileKind, FileSort, FileState } from '@/domain/media/library'

import { FILE_KINDS, FILE_SORTS, FILE_STATES } from '@/domain/media/library'

/** What is asked of the library, and how it is shown. */
export type Asking = {
  folder: null | string
  kind: '' | FileKind
  search: string
  sort: FileSort
  state: '' | FileState
  view: 'grid' | 'list'
}

export const WHOLE: Asking = {
  folder: null,
  kind: '',
  search: '',
  sort: 'newest',
  state: '',
  view: 'grid',
}

const oneOf = <T extends string>(known: readonly T[], given: null | string): T | undefined =>
  known.find((one) => one === given)

/** What an address asks. */
export const readAsking = (address: { get: (name: string) => null | string }): Asking => ({
  folder: address.get('folder') ?? address.get('where[folder][equals]'),
  kind: oneOf(FILE_KINDS, address.get('kind')) ?? '',
  search: address.get('q') ?? '',
  sort: oneOf(FILE_SORTS, address.get('sort')) ?? 'newest',
  state: oneOf(FILE_STATES, address.get('state')) ?? '',
  view: address.get('view') === 'list' ? 'list' : 'grid',
})

/** The same as an address; what is as it always is stands in none. */
export const writtenAsking = ({ search, ...asking }: Asking): string => {
  const said = Object.entries({ ...asking, q: search }).flatMap(([name, value]) =>
    value && value !== (WHOLE as Record<string, unknown>)[name] ? [[name, value]] : [],
  )

  return new URLSearchParams(said).toString()
}

/** The same as a question to the school. */
export const query = ({ folder, kind, search, sort, state }: Asking, cursor?: string): string =>
  new URLSearchParams({
    ...(cursor && { cursor }),
    ...(folder && { folder }),
    ...(kind && { kind }),
    ...(search.trim() && { search: search.trim() }),
    ...(state && { state }),
    sort,
  }).toString()

/** Whether fewer files than all are asked for. */
export const isNarrowed = ({ kind, search, state }: Asking): boolean =>
  Boolean(kind || search.trim() || state)
