import type { CurriculumChange, Picked } from '@/domain/catalog/curriculum/changes'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

/** Why the school did not take a change: its code, what it counts, and the curriculum as it stands where it told. */
export class Refused extends Error {
  readonly code: string
  readonly count: number
  /** Why a rule of release was refused, in the language of who asked. */
  readonly reason: null | string
  readonly tree: CurriculumTree | null

  constructor({ code = 'serverError', count = 0, reason, tree }: Told) {
    super(code)
    this.code = code
    this.count = count
    this.reason = reason ?? null
    this.tree = tree ?? null
  }
}

type Told = { code?: string; count?: number; reason?: string; tree?: CurriculumTree }

/** Nothing was heard of the school: the same may be asked again. */
class Unheard extends Error {}

const GATEWAY = 502

const ask = async <T>(course: string, options?: RequestInit): Promise<T> => {
  const answer = await fetch(`/api/courses/${course}/curriculum`, options).catch(() => {
    throw new Unheard()
  })
  if (answer.status >= GATEWAY) {
    throw new Unheard()
  }
  const said = (await answer.json().catch(() => ({}))) as T & Told
  if (!answer.ok) {
    throw new Refused(said)
  }

  return said
}

/** The curriculum as it stands. */
export const readCurriculum = (course: string): Promise<CurriculumTree> => ask(course)

/** Makes a change: the ids of what it made, and the curriculum after it. */
export const sendChange = (
  course: string,
  change: CurriculumChange,
  language: string,
): Promise<{ made: Picked; tree: CurriculumTree }> =>
  ask(course, {
    body: JSON.stringify({ change }),
    headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
    method: 'PATCH',
  })
