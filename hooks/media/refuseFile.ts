import type { PayloadRequest } from 'payload'

import { ValidationError } from 'payload'

import type { FileRefusal } from '@/adapters/uploads/refusals'

import { refusalSentence } from '@/adapters/uploads/refusals'

/** Throws a 400 that names the field, the code and, in the caller's language, the sentence. `detail` is the line or the signature that the sentence names. */
export const refuseFile = (
  req: PayloadRequest,
  code: FileRefusal,
  { collection = 'media', detail, path = 'file' }: { collection?: string; detail?: string; path?: string } = {},
): never => {
  const { language } = req.i18n
  const message = refusalSentence({ code, detail, language })
  const error = { code, detail, message, path }
  throw new ValidationError({ collection, errors: [error], req }, req.t)
}
