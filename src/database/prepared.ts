import { createHash } from 'node:crypto'

import pg from 'pg'

/** Statements are prepared from the second time on, and this many at most in one process. */
const WORTH_IT = 2
const MOST_PREPARED = 400
const MOST_SEEN = 4_000

/**
 * Names for statements that come again, by their text: PostgreSQL keeps the plan of a named statement
 * for as long as the connection stands, and planning costs more than most of ours take to run.
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()

  /** The name to send a text under, or undefined while it is not worth preparing. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name || this.#names.size >= MOST_PREPARED) {
      return name
    }
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times >= WORTH_IT) {
      this.#seen.delete(text)
      const made = `s_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
      this.#names.set(text, made)

      return made
    }
    if (this.#seen.size >= MOST_SEEN) {
      this.#seen.clear()
    }
    this.#seen.set(text, times)

    return undefined
  }
}

const names = new StatementNames()

/** Begins a statement that is planned for its values each time it comes, as one plan for any values would do badly by some. */
export const PLANNED_ANEW = '/* planned anew */'

type Config = { name?: string; submit?: unknown; text?: unknown; values?: unknown }

const isPlain = (config: unknown): config is Config & { text: string } =>
  typeof config === 'object' &&
  config !== null &&
  typeof (config as Config).text === 'string' &&
  !(config as { text: string }).text.startsWith(PLANNED_ANEW) &&
  (config as Config).submit === undefined &&
  !(config as Config).name

/** Texts without values may hold several statements, which cannot be prepared. */
const isFilled = (values: unknown): boolean => Array.isArray(values) && values.length > 0

type Ask = (...args: unknown[]) => unknown

/**
 * Has the statements of a connection follow one another, each begun when the one before was answered: Payload reads rows that a row names in parallel,
 * inside the transaction that wrote it, and the driver takes one statement at a time.
 */
const inTurn = (ask: Ask): Ask => {
  const waiting: (() => void)[] = []
  let isBusy = false
  const next = (): void => {
    const begin = waiting.shift()
    isBusy = begin !== undefined
    begin?.()
  }
  const begin = (args: unknown[]): unknown => {
    const tell = args.at(-1)
    if (typeof tell === 'function') {
      ask(...args.slice(0, -1), (...told: unknown[]) => {
        next()
        ;(tell as Ask)(...told)
      })
      isBusy = true

      return undefined
    }
    const answer = ask(...args) as Promise<unknown>
    isBusy = true
    answer.then(next, next)

    return answer
  }

  return (...args) => {
    if (!isBusy) {
      return begin(args)
    }
    if (typeof args.at(-1) === 'function') {
      waiting.push(() => void begin(args))

      return undefined
    }

    return new Promise((resolve) => {
      waiting.push(() => resolve(begin(args)))
    })
  }
}

/** A connection that prepares the statements it is given again and again, and runs them one after another. */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig | string) {
    super(config)
    const query = inTurn(this.query.bind(this))
    const prepare = (config: unknown, values: unknown): unknown => {
      const name = isPlain(config) && isFilled(values ?? config.values) && names.nameOf(config.text)

      return name ? { ...(config as Config), name } : config
    }
    this.query = ((config: unknown, values: unknown, ...rest: unknown[]) =>
      query(prepare(config, values), values, ...rest)) as typeof this.query
  }
}
