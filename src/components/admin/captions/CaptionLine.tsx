'use client'

import type { Line } from './useCaptions'
import type { CAPTION_WORDS } from './words'

type Given = {
  isWrong: boolean
  line: Line
  onAdd: () => void
  onChange: (change: Partial<Line>) => void
  onPlay?: () => void
  onRemove: () => void
  words: (typeof CAPTION_WORDS)['en']
}

/** One line of captions: when it is shown, what it says, and what can be done with it. */
export const CaptionLine = ({
  isWrong,
  line: { from, text, to },
  onAdd,
  onChange,
  onPlay,
  onRemove,
  words,
}: Given) => (
  <li data-wrong={isWrong || undefined}>
    {(['from', 'to'] as const).map((side) => (
      <label key={side}>
        <span>{words[side]}</span>
        <input
          aria-invalid={isWrong}
          dir="ltr"
          inputMode="decimal"
          onChange={({ target }) => onChange({ [side]: target.value })}
          type="text"
          value={side === 'from' ? from : to}
        />
      </label>
    ))}
    <label className="lectern-captions-text">
      <span>{words.text}</span>
      <textarea
        dir="auto"
        onChange={({ target }) => onChange({ text: target.value })}
        rows={2}
        value={text}
      />
    </label>
    <span className="lectern-captions-acts">
      {onPlay && (
        <button
          aria-label={words.play(from)}
          onClick={onPlay}
          title={words.play(from)}
          type="button"
        >
          ▶
        </button>
      )}
      <button aria-label={words.add} onClick={onAdd} title={words.add} type="button">
        +
      </button>
      <button
        aria-label={words.remove(from)}
        onClick={onRemove}
        title={words.remove(from)}
        type="button"
      >
        ×
      </button>
    </span>
  </li>
)
