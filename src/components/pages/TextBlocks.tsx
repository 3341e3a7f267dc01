import type { CalloutBlock, EmbedBlock } from '@payload-types'

import { Alert } from '@/components/ui/Alert'
import { Island } from '@/components/ui/Island'
import { embedOf } from '@/domain/media/embeds'

import { EmbedFrame } from '../shell/EmbedFrame'
import { useEmbedWords } from '../shell/useEmbedWords'

/** A remark set apart from the text around it. */
export const Callout = ({ heading, text, tone }: CalloutBlock) => (
  <Alert isQuiet title={heading ?? undefined} tone={tone}>
    <div className="text-base whitespace-pre-line">{text}</div>
  </Alert>
)

/** A video of a player we know, loaded once its reader lets it. */
export const Embed = ({ title, url }: EmbedBlock) => {
  const player = embedOf(url)

  return player && <Film player={player} title={title} url={url} />
}

const Film = ({ player, title, url }: { player: string; title: string; url: string }) => {
  const words = useEmbedWords(new URL(url).hostname.replace(/^www\./, ''))

  return <Island given={{ src: player, title, url, words }} name="EmbedFrame" of={EmbedFrame} />
}
