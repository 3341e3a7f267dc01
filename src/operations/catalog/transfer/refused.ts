import { APIError, ValidationError } from 'payload'

import type { Reason, RefusalCode } from '@/domain/catalog/transfer/report'

import { RuleError } from '@/domain/errors'

/** A course, or a whole file, that is not taken. */
export class TransferRefused extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code)
    this.name = 'TransferRefused'
  }
}

export const refuse = (code: RefusalCode, more: Omit<Reason, 'code'> = {}): TransferRefused =>
  new TransferRefused({ code, ...more })

/** What zlib says of bytes that nobody deflated. */
const isBrokenPacking = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

/** The reason an error gives for refusing what was asked; null for one that is a fault of ours, or of the moment. */
export const reasonOf = (error: unknown): null | Reason => {
  if (error instanceof TransferRefused) {
    return error.reason
  }
  if (isBrokenPacking(error)) {
    return { code: 'archiveBroken' }
  }
  if (error instanceof RuleError && error.code === 'limitReached') {
    return { code: 'limitReached' }
  }
  if (error instanceof ValidationError) {
    const [first] = error.data.errors

    return { code: 'fileRefused', path: first?.path, said: first?.message }
  }
  if (error instanceof APIError && error.status < 500) {
    const { code } = (error.data ?? {}) as { code?: string }

    return code === 'limitReached'
      ? { code, said: error.message }
      : { code: 'fileRefused', said: error.message }
  }

  return null
}
