import type { FlattenedField, PayloadRequest } from 'payload'

import type { Step } from '@/domain/translation/walk'

import type { Subject } from './store'

/** Characters of a text whose field says nothing of a limit. */
const LONGEST = 20_000

type Words = Record<string, string> | string
type Found = {
  blocks?: Named[]
  flattenedFields?: FlattenedField[]
  label?: unknown
  maxLength?: number
}
type Named = { flattenedFields: FlattenedField[]; labels?: { singular?: unknown }; slug: string }

const said = (words: unknown, language: string): string | undefined => {
  const given = words as undefined | Words

  return typeof given === 'string' ? given : (given?.[language] ?? given?.en)
}

/**
 * What the admin calls the field of a text, from the outermost to its own, with the number of each
 * element that it stands in; and how many characters it may have.
 */
export const fieldOf = ({
  collection,
  path,
  req,
}: {
  collection: Subject['collection']
  path: readonly Step[]
  req: PayloadRequest
}): { longest: number; trail: string[] } => {
  let fields: FlattenedField[] = req.payload.collections[collection].config.flattenedFields
  let longest = LONGEST
  const trail: string[] = []
  for (const { name, at, block } of path) {
    const field = fields.find((one) => one.name === name) as Found | undefined
    if (!field) {
      break
    }
    const one = field.blocks?.find(({ slug }) => slug === block)
    const label = said(one?.labels?.singular ?? field.label, req.i18n.language) ?? name
    trail.push(at === undefined ? label : `${label} ${at + 1}`)
    fields = one?.flattenedFields ?? field.flattenedFields ?? []
    longest = field.maxLength ?? LONGEST
  }

  return { longest, trail }
}
