'use client'

import { UnpaidNotice } from '../UnpaidNotice'
import { useLessonProgress } from '../LessonProgress'

/** The learner's payments that have failed, above the lesson; nothing where none has. */
export const UnpaidNotices = () => {
  const { learner } = useLessonProgress()
  const unpaid = learner?.unpaid ?? []

  return unpaid.length === 0 ? null : (
    <div className="flex flex-col gap-4 px-gutter pt-4 print:hidden">
      {unpaid.map((plan) => (
        <UnpaidNotice key={plan.id} plan={plan} />
      ))}
    </div>
  )
}
