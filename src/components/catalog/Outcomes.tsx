import { Check } from 'lucide-react'

/** What a learner will be able to do, each with a tick, in two columns where there is room. */
export const Outcomes = ({ outcomes }: { outcomes: readonly string[] }) => (
  <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
    {outcomes.map((outcome) => (
      <li className="flex items-start gap-3" key={outcome}>
        <Check aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-text" strokeWidth={1.5} />
        <bdi>{outcome}</bdi>
      </li>
    ))}
  </ul>
)
