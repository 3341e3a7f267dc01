import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { foreignRows } from '@hooks/tenancy/relations'

type Row = Record<string, unknown>

const idIn = (file: unknown): string[] =>
  typeof file === 'string' ? [file] : file ? [(file as { id: string }).id] : []

/** Refuses files of another school among a lesson's blocks: what is kept as JSON has no wall of its own. */
const ownFiles =
  (field: string, key: string): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    const given = (data as Row | undefined)?.[field]
    const ids = (Array.isArray(given) ? (given as Row[]) : []).flatMap((row) => idIn(row[key]))
    if ((await foreignRows({ data: [data, originalDoc], ids, req, table: 'media' })).length > 0) {
      throw new ValidationError({
        collection: 'lessons',
        errors: [{ message: 'Not a file of this school.', path: field }],
      })
    }

    return data
  }

export const ownResources = ownFiles('resources', 'file')

export const ownSlides = ownFiles('slides', 'picture')
