import type { ReviewPolicy } from '@/domain/catalog/reviewPolicies'

/**
 * Whether the right answers may be seen at `now`. The last attempt is the one that passed, or the one after which
 * no other is allowed; `limit` null means that there is always another.
 */
export const showsKey = ({
  from,
  hasPassed,
  limit,
  made,
  now,
  policy,
}: {
  from: Date | null
  hasPassed: boolean
  limit: null | number
  made: number
  now: Date
  policy: ReviewPolicy
}): boolean => {
  switch (policy) {
    case 'afterDate':
      return from !== null && now >= from
    case 'afterLast':
      return hasPassed || (limit !== null && made >= limit)
    case 'afterSubmitting':
      return true
    case 'never':
      return false
  }
}
