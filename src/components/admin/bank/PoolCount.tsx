'use client'

import { useFormFields } from '@payloadcms/ui'

import { tagsOf } from '@/domain/catalog/bank'

import { useAnswer } from './useAnswer'
import { useBankWords } from './useBankWords'

/** How many questions of the bank the pool around this field draws from, and whether they are enough. */
export const PoolCount = ({ path }: { path: string }) => {
  const words = useBankWords()
  const row = path.slice(0, path.lastIndexOf('.'))
  const [count, course, matchAll, tags] = useFormFields(([fields]) =>
    ['count', 'course', 'matchAll', 'tags'].map((name) => fields[`${row}.${name}`]?.value),
  )
  const asked = new URLSearchParams({
    matchAll: String(Boolean(matchAll)),
    tags: tagsOf(typeof tags === 'string' ? tags : '').join(','),
    ...(typeof course === 'string' && course && { course }),
  })
  const found = useAnswer<{ matching: number }>(`/bank/matching?${asked.toString()}`)

  return (
    <p aria-live="polite" className="field-type lectern-pool">
      {found &&
        (found.matching < Number(count ?? 0)
          ? words.few(found.matching)
          : words.matching(found.matching))}
    </p>
  )
}
