/** A percentage as a language writes it, with up to three decimals: 9.975 is "9.975%". */
export const percentText = (percent: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3, style: 'percent' }).format(
    percent / 100,
  )
