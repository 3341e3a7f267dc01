/** One part of a whole, in whatever unit; `label` says it in words. */
export type Part = { label: string; value: number }

/** How strong each part is drawn, in the colour of the text around it. */
const STRENGTHS = [1, 0.6, 0.35, 0.15]

const WIDTH = 100
const HEIGHT = 8

/** A bar of parts, `most` wide in all, that begins where reading does; whoever does not see it hears its parts. At most four parts. */
export const PartBar = ({ most, parts }: { most: number; parts: readonly Part[] }) => {
  const shown = parts.filter(({ value }) => value > 0)
  const widths = shown.map(({ value }) => (most > 0 ? (value / most) * WIDTH : 0))

  return (
    <svg
      aria-label={parts.map(({ label }) => label).join(', ')}
      className="block w-full rtl:-scale-x-100"
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {shown.map((part, index) => (
        <rect
          fill="currentColor"
          height={HEIGHT}
          key={part.label}
          opacity={STRENGTHS[parts.indexOf(part)]}
          width={widths[index]}
          x={widths.slice(0, index).reduce((sum, width) => sum + width, 0)}
        />
      ))}
    </svg>
  )
}
