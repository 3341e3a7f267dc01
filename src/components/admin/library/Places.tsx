'use client'

import type { FileUse } from '@/domain/media/library'

import { placeHref } from '@/domain/media/library'

import { useLibraryWords } from './words'

/** The documents that name a file, each with the way to it. */
export const Places = ({ places }: { places: readonly FileUse[] }) => {
  const { words } = useLibraryWords()

  return (
    <ul className="lectern-library__places">
      {places.map((place) => {
        const { id, kind, title, within } = place
        const href = placeHref(place)
        const name = <bdi>{title ?? words.useKinds[kind]}</bdi>

        return (
          <li key={`${kind} ${id}`}>
            {href ? <a href={href}>{name}</a> : name}
            <small>
              {words.useKinds[kind]}
              {within && (
                <>
                  {' · '}
                  <bdi>{within}</bdi>
                </>
              )}
            </small>
          </li>
        )
      })}
    </ul>
  )
}
