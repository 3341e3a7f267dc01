import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { foreignRows } from '@hooks/tenancy/relations'

type Given = { resources?: { file?: null | string | { id: string } }[] | null; tenant?: unknown }

const idIn = (file: null | string | undefined | { id: string }): string[] =>
  file ? [typeof file === 'string' ? file : file.id] : []

/** Refuses files of another school among a lesson's resources: what is kept as JSON has no wall of its own. */
export const ownResources: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const given = data as Given | undefined
  const ids = (given?.resources ?? []).flatMap(({ file }) => idIn(file))
  if ((await foreignRows({ data: [data, originalDoc], ids, req, table: 'media' })).length > 0) {
    throw new ValidationError({
      collection: 'lessons',
      errors: [{ message: 'Not a file of this school.', path: 'resources' }],
    })
  }

  return data
}
