import type { Cell } from '../../csv'
import type { RosterRow } from './row'

import { csvLine } from '../../csv'

const COLUMNS: [name: string, cell: (row: RosterRow) => Cell][] = [
  ['name', ({ name }) => name],
  ['email', ({ email }) => email],
  ['state', ({ state }) => state],
  ['progress_percent', ({ percent }) => percent],
  ['last_activity', ({ lastActivityAt }) => lastActivityAt],
  ['enrolled', ({ enrolledAt }) => enrolledAt],
  ['completed', ({ completedAt }) => completedAt],
  ['access_until', ({ accessEnd }) => accessEnd],
  ['cohort', ({ cohort }) => cohort?.name ?? null],
  ['quizzes', ({ quizzes }) => quizzes.all],
  ['quizzes_passed', ({ quizzes }) => quizzes.passed],
  ['quizzes_waiting', ({ quizzes }) => quizzes.waiting],
  ['assignments', ({ assignments }) => assignments.all],
  ['assignments_passed', ({ assignments }) => assignments.passed],
  ['assignments_waiting', ({ assignments }) => assignments.waiting],
  ['assignments_returned', ({ assignments }) => assignments.returned],
  ['to_grade', ({ toGrade }) => toGrade],
  ['stuck', ({ stuck }) => stuck.map(({ reason }) => reason).join(' ')],
  ['stuck_since', ({ stuck }) => stuck[0]?.since ?? null],
]

/** The first line of a roster as a file. */
export const ROSTER_HEAD = csvLine(COLUMNS.map(([name]) => name))

/** Lines of a roster as a file, one for each learner; moments are ISO 8601. */
export const rosterLines = (rows: readonly RosterRow[]): string =>
  rows.map((row) => csvLine(COLUMNS.map(([, cell]) => cell(row)))).join('')
