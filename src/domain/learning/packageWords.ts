import type { ScormVersion } from '../media/scorm/manifest'
import type { PackageState } from './packages'

type Tree = { readonly [name: string]: unknown }

/** Who learns, as a package may address them. */
export type PackageLearner = { id: string; name: string }

const at = (tree: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (here, name) =>
        typeof here === 'object' && here !== null ? (here as Tree)[name] : undefined,
      tree,
    )

const text = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, most) : undefined

const number = (value: unknown): null | number =>
  value === '' || value === undefined || value === null || !Number.isFinite(Number(value))
    ? null
    : Number(value)

/** What either version may keep of its own, in characters: more than its standard asks for, less than a request holds. */
const SUSPENDED = 64_000
const PLACE = 1000
const WORD = 20

const PATHS = {
  '1.2': {
    completion: 'core.lesson_status',
    location: 'core.lesson_location',
    score: 'core.score',
    success: '',
  },
  '2004': {
    completion: 'completion_status',
    location: 'location',
    score: 'score',
    success: 'success_status',
  },
} as const

/** What a package said in the words of its version (`cmi` as a tree), as both are kept. */
export const stateIn = (version: ScormVersion, cmi: unknown): PackageState => {
  const { completion, location, score, success } = PATHS[version]

  return {
    completion: text(at(cmi, completion), WORD),
    location: text(at(cmi, location), PLACE),
    max: number(at(cmi, `${score}.max`)),
    min: number(at(cmi, `${score}.min`)),
    raw: number(at(cmi, `${score}.raw`)),
    scaled: version === '2004' ? number(at(cmi, 'score.scaled')) : null,
    success: success ? text(at(cmi, success), WORD) : undefined,
    suspendData: text(at(cmi, 'suspend_data'), SUSPENDED),
  }
}

const filled = (tree: Record<string, unknown>): Tree =>
  Object.fromEntries(
    Object.entries(tree).filter(([, value]) => value !== undefined && value !== null),
  )

const said = (value: null | number | undefined): string | undefined =>
  typeof value === 'number' ? String(value) : undefined

/** What a package is opened with, in the words of its version: who learns, and where they left. */
export const wordsFor = (
  version: ScormVersion,
  { learner, state }: { learner: PackageLearner; state: null | PackageState },
): Tree => {
  const { completion, location, max, min, raw, scaled, success, suspendData } = state ?? {}
  const entry = state ? 'resume' : 'ab-initio'
  const score = filled({ max: said(max), min: said(min), raw: said(raw), scaled: said(scaled) })

  return version === '1.2'
    ? filled({
        core: filled({
          entry,
          lesson_location: location,
          lesson_status: completion,
          score,
          student_id: learner.id,
          student_name: learner.name,
        }),
        suspend_data: suspendData,
      })
    : filled({
        completion_status: completion,
        entry,
        learner_id: learner.id,
        learner_name: learner.name,
        location,
        score,
        success_status: success,
        suspend_data: suspendData,
      })
}
