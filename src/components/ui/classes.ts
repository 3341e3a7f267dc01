import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    theme: {
      container: ['content', 'player', 'reading', 'form'],
      radius: ['card', 'control'],
      shadow: ['float'],
      spacing: ['section', 'gutter', 'target'],
      text: ['heading', 'title', 'display'],
    },
  },
})

/** Joins class names; of two utilities for one property the last stands. */
export const cn = (...values: ClassValue[]): string => merge(clsx(values))
