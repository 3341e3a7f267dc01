import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { picturesOf } from '@/domain/catalog/questionPictures'
import { foreignRows } from '@hooks/tenancy/relations'

/** Refuses pictures of another school among questions: what is kept as JSON has no wall of its own. */
export const ownPictures: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const ids = picturesOf((data as undefined | { questions?: unknown })?.questions)
  if ((await foreignRows({ data: [data, originalDoc], ids, req, table: 'media' })).length > 0) {
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ message: 'Not a file of this school.', path: 'questions' }],
    })
  }

  return data
}
