import type { TransferReport } from '@/domain/catalog/transfer/report'
import type { CourseDate } from '@/domain/catalog/transfer/shift'

import { readTransfer } from './api'

export type DatesOfClone = { dates: CourseDate[]; total: number }

/** What a clone would make of a course's dates; null where that is not known. */
export const readCloneDates = async (
  course: string,
  days: number,
): Promise<DatesOfClone | null> => {
  try {
    const answer = await fetch(`/api/courses/${course}/clone?days=${days}`)

    return answer.ok ? ((await answer.json()) as DatesOfClone) : null
  } catch {
    return null
  }
}

const EVERY = 700

/** Clones a course and waits until it is there: its id, or the code of why not, empty where none is known. */
export const cloneCourse = async (
  course: string,
  options: { days: number; key: string; title: string },
): Promise<{ code: string } | { made: string }> => {
  try {
    const answer = await fetch(`/api/courses/${course}/clone`, {
      body: JSON.stringify(options),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const said = (await answer.json()) as TransferReport & { code?: string }

    return answer.ok ? await cloned(said) : { code: said.code ?? '' }
  } catch {
    return { code: '' }
  }
}

const cloned = async (first: TransferReport): Promise<{ code: string } | { made: string }> => {
  let report = first
  while (report.status === 'working') {
    await new Promise((done) => setTimeout(done, EVERY))
    const said = await readTransfer(first.id)
    report = said.ok ? said.value : report
  }
  const [item] = report.items

  return item?.made ? { made: item.made } : { code: item?.reason?.code ?? '' }
}
