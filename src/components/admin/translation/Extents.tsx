import type { Extent } from '@/domain/translation/texts'

import type { TranslationWords } from './words'

/** How far a translation is: a bar, and in words beside it. */
export const ExtentBar = ({
  extent,
  label,
  words,
}: {
  extent: Extent
  /** What it is of, for those who hear it. */
  label: string
  words: TranslationWords
}) => (
  <span className="lectern-extent">
    <progress aria-label={label} max={Math.max(extent.total, 1)} value={extent.current} />
    <span>
      {words.done(extent)}
      {extent.stale > 0 && <b> · {words.staleCount(extent.stale)}</b>}
    </span>
  </span>
)
