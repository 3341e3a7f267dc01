import type { CalloutBlock, EmbedBlock } from '@payload-types'

import { Alert } from '@/components/ui/Alert'
import { embedOf } from '@/domain/media/embeds'

/** A remark set apart from the text around it. */
export const Callout = ({ heading, text, tone }: CalloutBlock) => (
  <Alert isQuiet title={heading ?? undefined} tone={tone}>
    <div className="text-base whitespace-pre-line">{text}</div>
  </Alert>
)

/** A video of a player we know, loaded when it comes into view. */
export const Embed = ({ title, url }: EmbedBlock) => {
  const player = embedOf(url)

  return (
    player && (
      <iframe
        allow="fullscreen; picture-in-picture"
        className="aspect-video w-full rounded-card border border-line"
        loading="lazy"
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
        src={player}
        title={title}
      />
    )
  )
}
