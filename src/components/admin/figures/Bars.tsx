/** One bar: as high as its value, and what it stands for in words; `short` stands below it. */
export type Bar = { name: string; said: string; short: string; value: number }

/** A bar for each, as high as its share of the best of them; nothing is drawn for what is below zero. */
export const Bars = ({ bars, label }: { bars: readonly Bar[]; label: string }) => {
  const most = Math.max(...bars.map(({ value }) => value), 1)

  return (
    <ol aria-label={label}>
      {bars.map(({ name, said, short, value }) => (
        <li key={name} title={said}>
          <span className="lectern-recovered-bar">
            <span style={{ blockSize: `${Math.round((Math.max(0, value) / most) * 100)}%` }} />
          </span>
          <span aria-hidden>{short}</span>
          <span className="lectern-recovered-said">{said}</span>
        </li>
      ))}
    </ol>
  )
}
