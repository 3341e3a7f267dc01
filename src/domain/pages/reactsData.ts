/** What Next writes into a page for React: calls that hand over data, each with one argument, and the marks of time around them. */
const CALLS = [
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((\[[\s\S]*\])\)$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{[\s\S]*\})\);?$/,
]

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)

    return true
  } catch {
    return false
  }
}

/**
 * Whether a script is nothing but data that Next hands to React: a call of one of its two queues with an argument that is JSON
 * throughout, and so can compute nothing.
 */
export const isReactsData = (script: string): boolean =>
  CALLS.some((call) => {
    const [, given] = call.exec(script) ?? []

    return given !== undefined && isJson(given)
  })
