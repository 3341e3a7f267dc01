/** A category as a node of its school's tree; `parent` is null at the top. */
export type CategoryNode = { id: string; parent: null | string }

/** Levels that a tree may have: a reader still sees where they are. */
const MOST_LEVELS = 3

/** Why a category cannot stand below another: it would stand below itself, or too far down. */
export type ParentProblem = 'cycle' | 'tooDeep'

const parentsOf = (nodes: readonly CategoryNode[]): Map<string, null | string> =>
  new Map(nodes.map(({ id, parent }) => [id, parent]))

/** The category and those above it, from itself upwards; stops where a way leads back. */
export const lineOf = (nodes: readonly CategoryNode[], id: string): string[] => {
  const parents = parentsOf(nodes)
  const line: string[] = []
  for (
    let at: null | string | undefined = id;
    at && parents.has(at) && !line.includes(at);
    at = parents.get(at)
  ) {
    line.push(at)
  }

  return line
}

/** Every category with each that it stands below, itself included: `[above, below]`. */
export const closureOf = (nodes: readonly CategoryNode[]): [above: string, below: string][] =>
  nodes.flatMap(({ id }) => lineOf(nodes, id).map((above): [string, string] => [above, id]))

/**
 * Whether `id` (null for a new one) may stand below `parent`: null where it may. What stands below
 * `id` comes along.
 */
export const parentProblem = ({
  id,
  nodes,
  parent,
}: {
  id: null | string
  nodes: readonly CategoryNode[]
  parent: string
}): null | ParentProblem => {
  const line = lineOf(nodes, parent)
  if (id !== null && line.includes(id)) {
    return 'cycle'
  }
  const below = closureOf(nodes).flatMap(([above, one]) => (above === id ? [one] : []))
  const depth = Math.max(
    1,
    ...below.map((one) => lineOf(nodes, one).findIndex((above) => above === id) + 1),
  )

  return line.length + depth > MOST_LEVELS ? 'tooDeep' : null
}
