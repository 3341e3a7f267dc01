import type { MatchingQuestion, OpenAnswer, OrderingQuestion, Rule } from './types'

import { shuffled } from './shuffle'

/** Rows are shown under their place in an attempt: their own ids tell in which order they were written. */
const nameOf = (place: number): string => String(place + 1)

type Named = { id: string; text: string }

const optionsOf = ({ distractors, pairs }: MatchingQuestion): Named[] => [
  ...pairs.map(({ id, right }) => ({ id, text: right })),
  ...(distractors ?? []).map(({ id, text }) => ({ id, text })),
]

/** The ids of options to be offered: of those that say the same, the first. */
const distinct = (options: readonly Named[]): string[] => [
  ...new Map(options.toReversed().map(({ id, text }) => [text.trim(), id])).values(),
]

const shownIn = (question: MatchingQuestion): string[] => {
  const options = optionsOf(question)

  return [...(question.shown ?? distinct(options).toReversed())]
}

/** The names, in this attempt, of what belongs to each side. */
const rightNames = (question: MatchingQuestion): string[] => {
  const texts = new Map(optionsOf(question).map(({ id, text }) => [id, text.trim()]))
  const shown = shownIn(question).map((id) => texts.get(id))

  return question.pairs.map(({ id, match }) => nameOf(shown.indexOf(texts.get(match ?? id))))
}

/** Left sides with the right side that belongs to each. A share is the sides matched rightly over all. */
export const matching: Rule<MatchingQuestion> = {
  arranged: (question, { random }) => ({
    ...question,
    shown: shuffled(distinct(optionsOf(question)), random),
  }),
  corrected: (stood, present) => {
    const shown = shownIn(stood)
    const rowOf = new Map(
      optionsOf(stood).flatMap(({ id, text }) => (shown.includes(id) ? [[text.trim(), id]] : [])),
    )
    const now = new Map(present.pairs.map(({ id, right }) => [id, right.trim()]))
    const pairs = stood.pairs.map((pair) => {
      const right = now.get(pair.id)

      return right === undefined ? pair : { ...pair, match: rowOf.get(right) ?? null }
    })

    return pairs.every(({ id, match }) => match || !now.has(id)) ? { ...stood, pairs } : null
  },
  key: rightNames,
  open: (question) => {
    const options = new Map(optionsOf(question).map(({ id, text }) => [id, text]))

    return {
      answers: shownIn(question).map((id, at) => ({ id: nameOf(at), text: options.get(id) ?? '' })),
      sides: question.pairs.map(({ left, picture }, at): OpenAnswer => ({
        id: nameOf(at),
        picture: picture ?? null,
        text: left,
      })),
    }
  },
  read: (question, given) => {
    const names = new Set(shownIn(question).map((_, at) => nameOf(at)))

    return given.length <= question.pairs.length &&
      given.every((name) => name === '' || names.has(name))
      ? given
      : null
  },
  right: rightNames,
  share: (question, given) => {
    const right = rightNames(question)
    const hits = right.filter((name, at) => given[at] === name).length

    return right.length > 0 ? hits / right.length : 0
  },
}

const orderOf = ({ items, shown }: OrderingQuestion): string[] => [
  ...(shown ?? items.map(({ id }) => id)),
]

/** The items' names in this attempt, in the right order. */
const inOrder = (question: OrderingQuestion): string[] => {
  const shown = orderOf(question)

  return question.items.map(({ id }) => nameOf(shown.indexOf(id)))
}

/** Never shown in the right order, which would need no answer. */
const outOfOrder = (ids: readonly string[], random: () => number): string[] => {
  const order = shuffled(ids, random)

  return ids.length > 1 && order.every((id, at) => id === ids[at])
    ? [...order.slice(1), ...order.slice(0, 1)]
    : order
}

/**
 * Items in their order. A share is the items that stand right before the one that follows them in the right order,
 * over all that are followed by one.
 */
export const ordering: Rule<OrderingQuestion> = {
  arranged: (question, { random }) => ({
    ...question,
    shown: outOfOrder(
      question.items.map(({ id }) => id),
      random,
    ),
  }),
  corrected: (stood, present) => {
    const place = new Map(present.items.map(({ id }, at) => [id, at]))
    if (!stood.items.every(({ id }) => place.has(id))) {
      return null
    }

    return {
      ...stood,
      items: stood.items.toSorted(
        (one, next) => (place.get(one.id) ?? 0) - (place.get(next.id) ?? 0),
      ),
      shown: orderOf(stood),
    }
  },
  key: inOrder,
  open: (question) => {
    const texts = new Map(question.items.map(({ id, text }) => [id, text]))

    return {
      answers: orderOf(question).map((id, at) => ({ id: nameOf(at), text: texts.get(id) ?? '' })),
    }
  },
  read: (question, given) => {
    const names = new Set(orderOf(question).map((_, at) => nameOf(at)))
    const isOrder = new Set(given).size === names.size && given.length === names.size

    return given.length === 0 || (isOrder && given.every((name) => names.has(name))) ? given : null
  },
  right: inOrder,
  share: (question, given) => {
    const right = inOrder(question)
    const followed = right.slice(0, -1)
    const kept = followed.filter((name, at) => {
      const place = given.indexOf(name)

      return place >= 0 && given[place + 1] === right[at + 1]
    })

    return followed.length > 0 ? kept.length / followed.length : Number(given[0] === right[0])
  },
}
