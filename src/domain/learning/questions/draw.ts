import { shuffled } from './shuffle'

/** A question that may be drawn, and in how many earlier attempts its learner was asked it. */
export type Candidate = { question: string; seen: number }

/** How many questions a pool asks, and of which. */
export type PoolWish = { count: number; from: readonly Candidate[]; id: string }

/** Every order as likely among questions seen as often; those seen less come first. */
const inTurn = (from: readonly Candidate[], random: () => number): string[] =>
  shuffled(from, random)
    .toSorted((one, other) => one.seen - other.seen)
    .map(({ question }) => question)

/** Which of the places has which question; a place gives its own up where it finds another (Kuhn's augmenting paths). */
const assigned = (places: readonly (readonly string[])[]): Map<string, number> => {
  const holder = new Map<string, number>()
  const put = (place: number, visited: Set<string>): boolean => {
    const order = places[place] ?? []
    const free = order.find((question) => !holder.has(question))
    if (free !== undefined) {
      holder.set(free, place)

      return true
    }

    return order.some((question) => {
      const other = holder.get(question)
      if (visited.has(question) || other === undefined) {
        return false
      }
      visited.add(question)
      const moves = put(other, visited)
      if (moves) {
        holder.set(question, place)
      }

      return moves
    })
  }
  places.forEach((_, place) => put(place, new Set()))

  return holder
}

/**
 * Draws every pool's questions, none of them twice: for each pool by its id, in a random order. Each question of a
 * pool is as likely as any other that its learner was asked as often, and those asked less often are preferred. Where
 * pools share questions, as many places as can be are filled; a pool with too few has what there is.
 */
export const drawn = (
  pools: readonly PoolWish[],
  random: () => number,
): ReadonlyMap<string, readonly string[]> => {
  const places = pools.flatMap(({ count, from }, pool) => {
    const order = inTurn(from, random)

    return Array.from({ length: count }, () => ({ order, pool }))
  })
  const holder = [...assigned(places.map(({ order }) => order))]

  return new Map(
    pools.map(({ id }, pool) => [
      id,
      shuffled(
        holder.filter(([, place]) => places[place]?.pool === pool).map(([question]) => question),
        random,
      ),
    ]),
  )
}
