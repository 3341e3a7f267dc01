import type { Block, Field, FlattenedField } from 'payload'

import type { Fields } from '@/domain/catalog/transfer/carried'

import { readCues } from '@/domain/catalog/lessons/cues'
import { readRelease } from '@/domain/catalog/release'
import { isWebAddress } from '@/domain/catalog/resources'
import { COURSE_REF } from '@/domain/catalog/transfer/packed'
import { isNode, isReference } from '@/domain/catalog/transfer/references'
import { isSafeText } from '@/domain/catalog/transfer/safeText'
import { frameOf } from '@/domain/media/embeds'

import { refuse } from './refused'

/** Texts without a limit of their own, in characters. */
const LONGEST = 20_000

/** Elements of a list without a limit of its own. */
const MOST_ROWS = 500

/** Addresses are followed by browsers: what is none is refused wherever it stands. */
const ADDRESSES: Readonly<Record<string, (value: string) => boolean>> = {
  embedUrl: (value) => value === '' || frameOf(value) !== null,
  joinUrl: (value) => value === '' || isWebAddress(value),
  url: (value) => value === '' || isWebAddress(value),
}

type Kept = { hasMany?: boolean; maxLength?: number; maxRows?: number; name: string }

const isText = (value: unknown, { name, maxLength = LONGEST }: Kept): boolean =>
  typeof value === 'string' &&
  value.length <= maxLength &&
  !value.includes('\u0000') &&
  (ADDRESSES[name]?.(value) ?? true)

const isDate = (value: unknown): boolean =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))

const optionOf = (option: string | { value: string }): string =>
  typeof option === 'string' ? option : option.value

/** A rule of release in a file names lessons as files do; any id will do to see whether it is one. */
const isRule = (value: unknown): boolean => {
  const asRule = isNode(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          isReference(one) ? '00000000-0000-0000-0000-000000000000' : one,
        ]),
      )
    : null

  return readRelease(asRule) !== null
}

/** What names in files begin with, by the collection of what they name. */
const PREFIXES: Readonly<Record<string, string>> = {
  categories: 'category-',
  courses: COURSE_REF,
  media: 'media-',
  quizzes: 'quiz-',
}

/** Names that files give to rows and blocks. */
const ELEMENT = /^e-\d{1,6}$/

/** Whether these are cues of a film, which name questions and answers as files do. */
const areCues = (value: unknown): boolean =>
  readCues(value)?.every(({ id, branches }) =>
    [id, ...branches.flatMap((one) => ('id' in one ? [one.id] : []))].every((name) =>
      ELEMENT.test(name),
    ),
  ) ?? false

const namesOne = ({ relationTo }: { relationTo: unknown }, value: unknown): boolean => {
  const prefix = PREFIXES[String(relationTo)]

  return prefix !== undefined && isReference(value) && value.$ref.startsWith(prefix)
}

/** Whether a value from elsewhere is one that a field without fields of its own may hold. */
const fits = (field: FlattenedField, value: unknown): boolean => {
  switch (field.type) {
    case 'checkbox':
      return typeof value === 'boolean'
    case 'date':
      return isDate(value)
    case 'json':
      return (
        (field.name === 'release' && isRule(value)) || (field.name === 'cues' && areCues(value))
      )
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'relationship':
    case 'upload':
      return field.hasMany
        ? Array.isArray(value) &&
            value.length <= (field.maxRows ?? MOST_ROWS) &&
            value.every((one) => namesOne(field, one))
        : namesOne(field, value)
    case 'richText':
      return isSafeText(value)
    case 'select':
      return field.options.map(optionOf).includes(value as string)
    case 'text':
    case 'textarea':
      return isText(value, field)
    default:
      return false
  }
}

/** The fields of a list of fields, those that only arrange others taken apart. */
const flat = (fields: readonly Field[]): FlattenedField[] =>
  fields.flatMap((field): FlattenedField[] => {
    if ('name' in field && field.name) {
      return [field as FlattenedField]
    }

    return 'fields' in field ? flat(field.fields) : []
  })

type Place = { fields: readonly Field[]; path: string }

/**
 * A document from elsewhere as far as its collection knows it: fields that are unknown are left out, and one that
 * holds what it may not is refused by its path. `only` are the fields that may be there at all. Whether it is
 * complete is asked when it is published, as of any draft.
 */
export const conform = ({
  data,
  only,
  ...place
}: Place & { data: unknown; only?: readonly string[] }): Fields => {
  if (!isNode(data)) {
    throw refuse('contentBroken', { path: place.path })
  }
  const known = flat(place.fields).filter(({ name }) => !only || only.includes(name))

  return Object.fromEntries(
    known.flatMap((field) => {
      const value = data[field.name]

      return value === undefined || value === null
        ? []
        : [[field.name, valueOf(field, value, `${place.path}.${field.name}`)]]
    }),
  )
}

const valueOf = (field: FlattenedField, value: unknown, path: string): unknown => {
  switch (field.type) {
    case 'array':
      return rowsOf(field, value, path).map((row) => ({
        ...conform({ data: row, fields: field.fields, path }),
        ...elementId(row, path),
      }))
    case 'blocks':
      return rowsOf(field, value, path).map((row) => blockOf(field.blocks, row, path))
    case 'group':
      return conform({ data: value, fields: field.fields, path })
    default:
      if (!fits(field, value)) {
        throw refuse('contentBroken', { path })
      }

      return value
  }
}

const rowsOf = ({ maxRows = MOST_ROWS }: { maxRows?: number }, value: unknown, path: string) => {
  if (!Array.isArray(value) || value.length > maxRows) {
    throw refuse('contentBroken', { path })
  }

  return value as unknown[]
}

const blockOf = (blocks: readonly Block[], row: unknown, path: string): Fields => {
  const block = isNode(row) ? blocks.find(({ slug }) => slug === row.blockType) : undefined
  if (!block) {
    throw refuse('contentBroken', { path })
  }

  return {
    ...conform({ data: row, fields: block.fields, path: `${path}.${block.slug}` }),
    ...elementId(row, path),
    blockType: block.slug,
  }
}

const elementId = (row: unknown, path: string): { id?: string } => {
  const id = isNode(row) ? row.id : undefined
  if (id === undefined) {
    return {}
  }
  if (typeof id !== 'string' || !ELEMENT.test(id)) {
    throw refuse('contentBroken', { path })
  }

  return { id }
}
