import type { ReactNode } from 'react'

/** A few figures side by side, each under what it counts. */
export const Sums = ({ items }: { items: readonly { label: string; value: ReactNode }[] }) => (
  <dl className="flex flex-wrap gap-x-12 gap-y-4">
    {items.map(({ label, value }) => (
      <div className="flex flex-col-reverse" key={label}>
        <dt className="text-sm text-muted">{label}</dt>
        <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
      </div>
    ))}
  </dl>
)
