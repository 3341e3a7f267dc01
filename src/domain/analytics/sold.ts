type Sold = { amount: number; currency: string; unknown: number; worth: number }

/** What several days sold of each currency, the one of most worth first. */
export const soldIn = (days: readonly { sold: readonly Sold[] }[]): Sold[] => {
  const all = new Map<string, Sold>()
  for (const { amount, currency, unknown, worth } of days.flatMap(({ sold }) => sold)) {
    const known = all.get(currency)
    all.set(currency, {
      amount: amount + (known?.amount ?? 0),
      currency,
      unknown: unknown + (known?.unknown ?? 0),
      worth: worth + (known?.worth ?? 0),
    })
  }

  return [...all.values()].toSorted(
    (a, b) => b.worth - a.worth || a.currency.localeCompare(b.currency),
  )
}
