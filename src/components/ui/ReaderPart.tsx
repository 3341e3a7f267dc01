import { createElement, type ComponentType } from 'react'

import { READER_PART, type ReaderPartName } from '@/domain/pages/document'

import type { IslandName } from './islandNames'

/**
 * The part of a document that is one reader's, for whom the front renders it anew, without the page. It shows what all
 * readers have `shared` and what the one is `given`, both JSON; without the latter its place stays empty. `islands` are
 * those in the part.
 */
export const ReaderPart = <Shared extends object, Given extends object>({
  name,
  given,
  islands,
  of: Part,
  shared,
}: {
  given: Given | null
  islands: readonly IslandName[]
  name: ReaderPartName
  of: ComponentType<Given & Shared>
  shared: Shared
}) =>
  createElement(
    READER_PART,
    { 'data-islands': islands.join(' '), 'data-part': name, 'data-shared': JSON.stringify(shared) },
    given && <Part {...shared} {...given} />,
  )
