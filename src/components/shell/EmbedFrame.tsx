'use client'

import { ExternalLink } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'

import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import { choiceOf, onChoice } from '../shell/choices'
import { ChoiceBanner } from './ChoiceBanner'
import { sayChoices } from './sayChoices'
import type { EmbedWords } from './useEmbedWords'

/** What of a frame is allowed: a film plays, a page may take a form besides. */
const FILM = 'allow-scripts allow-same-origin allow-presentation allow-popups'

/** The same room before and after, so that nothing moves. */
const ROOM = 'aspect-video min-h-72 w-full rounded-card border border-line'

const atFirst = () => null

/**
 * Something of another site in a frame, which loads once its reader lets it, this time or always: until then that site knows
 * nothing of them. On a page that is read it asks once for all at the page's foot too.
 */
export const EmbedFrame = ({
  isPage = false,
  src,
  title,
  url,
  words,
}: {
  /** Whether it is a page with forms rather than a film. */
  isPage?: boolean
  /** What stands in the frame. */
  src: string
  title: string
  /** Where it is to be found at the other site. */
  url?: string
  words: EmbedWords
}) => {
  const choice = useSyncExternalStore(onChoice, () => choiceOf('embeds'), atFirst)
  const [isShown, setShown] = useState(false)
  const [failed, setFailed] = useState(false)
  const say = async (embeds: boolean) => {
    setShown(false)
    setFailed(!(await sayChoices({ embeds })))
  }

  return (
    <div className="flex flex-col gap-1">
      {choice || isShown ? (
        <iframe
          allow="fullscreen; picture-in-picture"
          className={`${ROOM} bg-surface`}
          loading="lazy"
          referrerPolicy="strict-origin-when-cross-origin"
          sandbox={isPage ? `${FILM} allow-forms` : FILM}
          src={src}
          title={title}
        />
      ) : (
        <div
          className={`${ROOM} flex flex-col items-center justify-center gap-3 bg-sunken px-6 py-4 text-center`}
        >
          <ExternalLink aria-hidden className="size-6 text-subtle" strokeWidth={1.5} />
          <Text className="max-w-form text-pretty" size="small">
            {words.body}
          </Text>
          <Button onClick={() => setShown(true)} size="small">
            {words.show}
          </Button>
          <Button onClick={() => void say(true)} size="small" variant="quiet">
            {words.always}
          </Button>
        </div>
      )}
      <div className="flex min-h-target flex-wrap items-center justify-between gap-x-4 text-sm">
        {url && (
          <TextLink
            className="inline-flex min-h-target items-center"
            href={url}
            prefetch={false}
            target="_blank"
            variant="quiet"
          >
            {words.open}
          </TextLink>
        )}
        {choice && (
          <Button onClick={() => void say(false)} size="small" variant="quiet">
            {words.stop}
          </Button>
        )}
        {failed && <span role="alert">{words.failed}</span>}
      </div>
      <ChoiceBanner words={words.banner} />
    </div>
  )
}
