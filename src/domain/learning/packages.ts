import type { ScormVersion } from '../media/scorm/manifest'

/** What a package tells of a learner's work, in the words of either version; all of it is only said. */
export type PackageState = {
  completion?: string
  location?: string
  max?: null | number
  min?: null | number
  raw?: null | number
  /** -1 to 1; SCORM 2004 alone. */
  scaled?: null | number
  success?: string
  suspendData?: string
}

/** What is kept of it: the state to go on from, and the best score so far, in per cent. */
export type PackageKept = { best: null | number; state: PackageState }

const within = (value: number, [from, to]: readonly [number, number]): boolean =>
  Number.isFinite(value) && value >= from && value <= to

/**
 * The score that a package tells, in whole per cent; null where it tells none, or one that lies outside
 * of the bounds it names itself (SCORM 1.2 RTE 3.4.4: 0 to 100 where it names none; 2004 RTE 4.2.20).
 */
export const packageScore = ({ max, min, raw, scaled }: PackageState): null | number => {
  if (typeof scaled === 'number') {
    return within(scaled, [-1, 1]) ? Math.round(Math.max(scaled, 0) * 100) : null
  }
  if (typeof raw !== 'number') {
    return null
  }
  const [low, high] = [min ?? 0, max ?? 100]

  return Number.isFinite(high - low) && high > low && within(raw, [low, high])
    ? Math.round(((raw - low) * 100) / (high - low))
    : null
}

/** Whether a package calls its learner's work done. In 1.2 one word says both; in 2004 what is completed may still be failed. */
export const isPackageDone = (
  version: ScormVersion,
  { completion, success }: PackageState,
): boolean =>
  version === '1.2'
    ? completion === 'completed' || completion === 'passed'
    : success === 'passed' || (completion === 'completed' && success !== 'failed')

/** What is to be kept once a package told more: a score is never lost to a lower one. */
export const keptOf = (before: null | PackageKept, state: PackageState): PackageKept => {
  const score = packageScore(state)
  const best = before?.best ?? null

  return { best: score === null ? best : Math.max(best ?? 0, score), state }
}
