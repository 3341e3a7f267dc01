import type { WaitingPage } from '@/operations/learning/gradingQueue'
import type { AttemptToGrade } from '@/operations/learning/attemptToGrade'

/** An answer of the API; `status` 0 where there was none. */
type Said<T> = { ok: false; status: number } | { ok: true; value: T }

const ask = async <T>(path: string, body?: object): Promise<Said<T>> => {
  try {
    const answer = await fetch(
      `/api/grading${path}`,
      body && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      },
    )

    return answer.ok
      ? { ok: true, value: (await answer.json()) as T }
      : { ok: false, status: answer.status }
  } catch {
    return { ok: false, status: 0 }
  }
}

/** Points and a comment by question. */
export type GivenMarks = Record<string, { comment: string; points: number }>

export const readQueue = ({ after, course }: { after?: string; course?: string }) =>
  ask<WaitingPage>(
    `?${new URLSearchParams({ ...(after && { after }), ...(course && { course }) }).toString()}`,
  )

export const readAttempt = (id: string) => ask<AttemptToGrade>(`/${id}`)

export const giveMarks = (id: string, marks: GivenMarks) =>
  ask<{ passed: boolean; percent: number }>(`/${id}`, { marks })
