'use client'

import { Banner } from '@payloadcms/ui'

import type { ShownRestore } from '@/operations/tenancy/schoolRestores'

import type { RestoreWords } from './words'

import { momentOf } from './moment'

/** What came of the last restore: counts and checksum of what the school is now, or why it could not be done. */
export const Outcome = ({
  language,
  restore: { backup, error, proof, schoolName },
  words,
}: {
  language: string
  restore: ShownRestore
  words: RestoreWords
}) => {
  const number = new Intl.NumberFormat(language)
  if (error !== null) {
    return (
      <div role="alert">
        <Banner type="error">{words.broken(error)}</Banner>
      </div>
    )
  }
  if (!proof) {
    return null
  }

  return (
    <div role="status">
      <Banner type="success">
        <strong>{words.done(schoolName, momentOf(backup, language))}</strong>{' '}
        {words.checked(number.format(proof.rows), number.format(proof.tables))} {words.checksum}:{' '}
        <code dir="ltr">{proof.checksum}</code>
      </Banner>
    </div>
  )
}
