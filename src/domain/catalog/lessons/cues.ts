/** Where a film goes on after one answer: `id` is of an answer of a choice, `answer` what was said of true or false. `to` is a second. */
export type Branch = { answer: 'false' | 'true'; to: number } | { id: string; to: number }

/**
 * A question inside a film or a recording. `id` is that of the item of the lesson's quiz which is asked, `at` the second at which the film
 * stops for it; one that is blocking is not passed without an answer.
 */
export type Cue = { at: number; branches: Branch[]; id: string; isBlocking: boolean }

/** Whether lessons of a kind can ask: those of a film and of a recording. */
export const canAsk = (kind: unknown): boolean => kind === 'audio' || kind === 'video'

/** What was answered to a cue, as `Answer` of the learning domain; undefined where nothing was. */
type Answers = (cue: string) => readonly string[] | undefined

const MOST_CUES = 100

const MOST_BRANCHES = 50

/** A week, as for reports of what was watched. */
const LAST_SECOND = 604_800

const isSecond = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= LAST_SECOND

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64

const branchIn = (value: unknown): Branch | null => {
  const { id, answer, to } = (value ?? {}) as Record<string, unknown>
  if (!isSecond(to)) {
    return null
  }
  if (answer === 'true' || answer === 'false') {
    return { answer, to }
  }

  return isId(id) ? { id, to } : null
}

const cueIn = (value: unknown): Cue | null => {
  const { id, at, branches, isBlocking } = (value ?? {}) as Record<string, unknown>
  const given: unknown[] = Array.isArray(branches) ? branches : []
  const read = given.flatMap((one) => branchIn(one) ?? [])

  return isId(id) && isSecond(at) && read.length === given.length && read.length <= MOST_BRANCHES
    ? { id, at, branches: read, isBlocking: isBlocking === true }
    : null
}

/** Cues as they were sent or stored, by their seconds; null where they cannot be understood, or a question is asked twice. */
export const readCues = (value: unknown): Cue[] | null => {
  if (value === null || value === undefined) {
    return []
  }
  const given: unknown[] | null = Array.isArray(value) ? value : null
  const cues = given?.flatMap((one) => cueIn(one) ?? []) ?? []
  const isWhole = given && cues.length === given.length && cues.length <= MOST_CUES

  return isWhole && new Set(cues.map(({ id }) => id)).size === cues.length
    ? cues.toSorted((one, other) => one.at - other.at)
    : null
}

/** The second to which an answer leads; null where the film just goes on. */
export const leadsTo = ({ branches }: Cue, answer: readonly string[]): null | number =>
  branches.find((branch) => answer.includes('id' in branch ? branch.id : branch.answer))?.to ?? null

/** The cues that are still to be answered: neither answered nor led past by the answer to an earlier one, which led `to`. */
export const leftOpen = <C extends { at: number }>(
  cues: readonly C[],
  answered: (cue: C) => null | undefined | { to: null | number },
): C[] => {
  const jumps = cues.flatMap((cue) => {
    const to = answered(cue)?.to ?? null

    return to !== null && to > cue.at ? [{ from: cue.at, to }] : []
  })

  return cues.filter(
    (cue) => !answered(cue) && !jumps.some(({ from, to }) => cue.at > from && cue.at < to),
  )
}

/** The same by what was answered. */
export const openCues = <C extends Cue>(cues: readonly C[], answers: Answers): C[] =>
  leftOpen(cues, (cue) => {
    const answer = answers(cue.id)

    return answer && { to: leadsTo(cue, answer) }
  })

/** An item of a quiz, and what may be answered to it. */
type Item = { answers?: null | readonly { id?: null | string }[]; id?: null | string }

/** The same cues over a copy of their quiz, whose items and answers stand in the same places under ids of their own. */
export const movedCues = (
  cues: readonly Cue[],
  { from, to }: Record<'from' | 'to', readonly Item[]>,
): Cue[] => {
  const ids = new Map(
    from.flatMap((item, place) => [
      [item.id, to[place]?.id] as const,
      ...(item.answers ?? []).map(({ id }, at) => [id, to[place]?.answers?.[at]?.id] as const),
    ]),
  )

  return cues.flatMap(({ id, branches, ...cue }) => {
    const moved = ids.get(id)

    return moved
      ? [
          {
            ...cue,
            id: moved,
            branches: branches.map((branch) =>
              'id' in branch ? { ...branch, id: ids.get(branch.id) ?? branch.id } : branch,
            ),
          },
        ]
      : []
  })
}
