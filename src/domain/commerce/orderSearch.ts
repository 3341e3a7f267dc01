/** How an order can stand to whoever looks for it; one of which money went back is `refunded` too. */
export const ORDER_FILTERS = ['paid', 'pending', 'failed', 'refunded'] as const

type OrderFilter = (typeof ORDER_FILTERS)[number]

/** What is looked for among orders; days as in 2026-01-31, both included. */
export type OrderSearch = {
  from?: string
  status?: OrderFilter
  text?: string
  to?: string
}

type Typed = Readonly<Record<string, string | string[] | undefined>>

/** A day of the calendar; undefined for anything else. */
const dayIn = (given: string): string | undefined => {
  const day = new Date(`${given}T00:00:00Z`)

  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === given
    ? given
    : undefined
}

/** What somebody looks for by an address's query; what is no search there is left out. */
export const orderSearchOf = (query: Typed): OrderSearch => {
  const typed = (name: string): string => {
    const value = query[name]

    return (typeof value === 'string' ? value : '').replaceAll('\0', '').trim().slice(0, 100)
  }
  const status = ORDER_FILTERS.find((one) => one === typed('status'))
  const [from, to, text] = [dayIn(typed('from')), dayIn(typed('to')), typed('text')]

  return {
    ...(from && { from }),
    ...(status && { status }),
    ...(text && { text }),
    ...(to && { to }),
  }
}
