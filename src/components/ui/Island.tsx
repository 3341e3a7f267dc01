import { createElement, type ComponentType } from 'react'

import { ISLAND } from '@/domain/pages/document'

import type { IslandName } from './islandNames'

/**
 * A part of a document that comes alive in the browser, by itself: `of` is rendered here, and again from what it is
 * `given`, which has to be JSON; with `isForm` it has what forms say besides. On pages that React works in it is an element like any other.
 */
export const Island = <Given extends object>({
  name,
  given,
  isForm = false,
  of: Part,
}: {
  given: Given
  isForm?: boolean
  name: IslandName
  of: ComponentType<Given>
}) =>
  createElement(
    ISLAND,
    {
      'data-given': JSON.stringify(given),
      'data-island': name,
      ...(isForm && { 'data-form': '' }),
    },
    <Part {...given} />,
  )
