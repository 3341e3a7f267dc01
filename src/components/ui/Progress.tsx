import { cn } from './classes'

/** How much is done, 0–100. `label` names what; it is shown above the bar unless `quiet`. */
export const Progress = ({
  className,
  label,
  quiet = false,
  value,
  valueText,
}: {
  className?: string
  label: string
  quiet?: boolean
  value: number
  /** The value in words, such as "3 of 12 lessons". */
  valueText?: string
}) => {
  const percent = Math.round(Math.min(100, Math.max(0, value)))

  return (
    <div className={cn('w-full', className)}>
      {!quiet && (
        <div aria-hidden className="mb-1 flex justify-between gap-4 text-sm text-muted">
          <span>{label}</span>
          <span className="tabular-nums">{valueText ?? `${percent}%`}</span>
        </div>
      )}
      <div
        aria-label={label}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuenow={percent}
        aria-valuetext={valueText}
        className="h-1.5 overflow-hidden rounded-full bg-line"
        role="progressbar"
      >
        <div
          className="h-full rounded-full bg-accent-line transition-[width]"
          style={{ inlineSize: `${percent}%` }}
        />
      </div>
    </div>
  )
}
