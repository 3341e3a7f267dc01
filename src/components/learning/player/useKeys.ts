'use client'

import { useEffect, type RefObject } from 'react'

import { commandOf, type KeyCommand } from './keys'

const CONTROLS =
  'a, button, input, select, textarea, summary, [role=button], [role=menuitem], [role=radio], [role=tab], [role=dialog], [tabindex]'

const TYPES = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, [contenteditable]'

const focusOf = (target: EventTarget | null, player: Element) => {
  if (!(target instanceof Element)) {
    return 'page'
  }
  if (target.closest(TYPES)) {
    return 'types'
  }
  if (player.contains(target)) {
    return target.localName.startsWith('media-') && target.localName !== 'media-controller'
      ? 'control'
      : 'player'
  }

  return target.closest(CONTROLS) ? 'control' : 'page'
}

/** Lets the keyboard drive a video from anywhere on the page, except where someone types or another control has the key. */
export const useKeys = (video: RefObject<HTMLMediaElement | null>): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const element = video.current
      const player = element?.closest('media-controller')
      if (!element || !player || event.defaultPrevented) {
        return
      }
      const command = commandOf(event, focusOf(event.target, player))
      if (command) {
        event.preventDefault()
        obey({ command, element, player })
      }
    }
    addEventListener('keydown', pressed)

    return () => removeEventListener('keydown', pressed)
  }, [video])
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

const obey = ({
  command,
  element,
  player,
}: {
  command: KeyCommand
  element: HTMLMediaElement
  player: Element
}): void => {
  switch (command.kind) {
    case 'captions':
      player.dispatchEvent(
        new CustomEvent('mediatogglesubtitlesrequest', { bubbles: true, composed: true }),
      )
      break
    case 'fullScreen': {
      const request = document.fullscreenElement
        ? 'mediaexitfullscreenrequest'
        : 'mediaenterfullscreenrequest'
      player.dispatchEvent(new CustomEvent(request, { bubbles: true, composed: true }))
      break
    }
    case 'mute':
      element.muted = !element.muted
      break
    case 'seek':
      element.currentTime = within(element.currentTime + command.by, element.duration || 0)
      break
    case 'toggle':
      if (element.paused) {
        void element.play().catch(() => undefined)
      } else {
        element.pause()
      }
      break
    case 'volume':
      element.volume = within(element.volume + command.by, 1)
      break
  }
}
