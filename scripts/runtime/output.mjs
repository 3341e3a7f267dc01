const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Seconds between two signs of life of a step where no terminal is watching. */
const SIGN_OF_LIFE = 15

const fancy = () => process.stdout.isTTY && !process.env.CI && process.env.TERM !== 'dumb'

/**
 * Prints one line.
 * @param {string} [line]
 */
export const say = (line = '') => {
  process.stdout.write(`${line}\n`)
}

/**
 * @param {string} text
 * @returns {string} bold on a terminal
 */
export const bold = (text) =>
  fancy() && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text

/**
 * A duration for people: `0.4 s`, `12 s`, `2 min 5 s`.
 * @param {number} milliseconds
 */
export const duration = (milliseconds) => {
  const seconds = milliseconds / 1000
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`
  }
  const whole = Math.round(seconds)

  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** @typedef {(detail: string) => void} Note says what a running step is at */

/**
 * Runs one long step and shows that it lives: a spinner with the seconds on a terminal, a line now and
 * then elsewhere. `run` may `note` what it is at.
 * @template T
 * @param {string} title
 * @param {(note: Note) => Promise<T> | T} run
 * @returns {Promise<T>}
 */
export const step = async (title, run) => {
  const began = Date.now()
  const progress = fancy() ? spinner(title, began) : lines(title, began)
  try {
    const result = await run(progress.note)
    progress.end(`✓ ${title} (${duration(Date.now() - began)})`)

    return result
  } catch (error) {
    progress.end(`✗ ${title} (${duration(Date.now() - began)})`)
    throw error
  }
}

/**
 * @param {string} title
 * @param {number} began
 */
const spinner = (title, began) => {
  let detail = ''
  let frame = 0
  const draw = () => {
    const text = `${FRAMES[frame++ % FRAMES.length]} ${title} ${duration(Date.now() - began)}  ${detail}`
    process.stdout.write(`\r\u001b[2K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`)
  }
  draw()
  const timer = setInterval(draw, 100)

  return {
    end: (/** @type {string} */ line) => {
      clearInterval(timer)
      process.stdout.write(`\r\u001b[2K${line}\n`)
    },
    note: (/** @type {string} */ text) => {
      detail = text.trim()
    },
  }
}

/**
 * @param {string} title
 * @param {number} began
 */
const lines = (title, began) => {
  let detail = ''
  say(`· ${title}`)
  const timer = setInterval(() => {
    say(`  … ${title}, ${duration(Date.now() - began)}${detail && `: ${detail}`}`)
  }, SIGN_OF_LIFE * 1000)

  return {
    end: (/** @type {string} */ line) => {
      clearInterval(timer)
      say(line)
    },
    note: (/** @type {string} */ text) => {
      detail = text.trim().slice(0, 120)
    },
  }
}
