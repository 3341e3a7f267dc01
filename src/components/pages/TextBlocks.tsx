import type { CalloutBlock, CodeSampleBlock, EmbedBlock } from '@payload-types'

import { Alert } from '@/components/ui/Alert'
import { embedOf } from '@/domain/pages/embeds'

/** A remark set apart from the text around it. */
export const Callout = ({ heading, text, tone }: CalloutBlock) => (
  <Alert isQuiet title={heading ?? undefined} tone={tone}>
    <div className="text-base whitespace-pre-line">{text}</div>
  </Alert>
)

/** Lines of code as they are; always from left to right. */
export const CodeSample = ({ code, language }: CodeSampleBlock) => (
  <figure>
    {language && (
      <figcaption className="pb-1 text-xs text-muted" dir="ltr">
        {language}
      </figcaption>
    )}
    <pre className="overflow-x-auto rounded-card bg-sunken p-4 text-sm" dir="ltr" tabIndex={0}>
      <code>{code}</code>
    </pre>
  </figure>
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
