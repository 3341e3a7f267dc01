'use client'

import { createContext, useContext } from 'react'

import { PictureImage } from '@/components/media/PictureImage'
import type { Pictures } from '@/domain/media/pictures'

/** The pictures of the questions beneath, by the ids of their files. */
export const PicturesContext = createContext<Pictures>({})

/** A picture of a question, or a small one of an answer; nothing where there is none. */
export const QuestionPicture = ({
  id,
  isSmall = false,
}: {
  id: null | string | undefined
  isSmall?: boolean
}) => {
  const pictures = useContext(PicturesContext)
  const picture = id ? pictures[id] : undefined

  return (
    picture && (
      <span className={isSmall ? 'mt-2 block max-w-48' : 'mt-3 block max-w-lg'}>
        <PictureImage
          className="rounded-control"
          picture={picture}
          sizes={isSmall ? '12rem' : '(min-width: 40rem) 32rem, 100vw'}
        />
      </span>
    )
  )
}
