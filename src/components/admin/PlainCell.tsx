'use client'

import type { DefaultCellComponentProps } from 'payload'

/** A text in a list that is missing from most rows: nothing where there is none. */
export const PlainCell = ({ cellData }: DefaultCellComponentProps) =>
  typeof cellData === 'string' && cellData ? <bdi>{cellData}</bdi> : null
