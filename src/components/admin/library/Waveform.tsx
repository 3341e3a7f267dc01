'use client'

import { useEffect, useState } from 'react'

import { ask } from '../ask'

/** How many bars are drawn. */
const BARS = 48

const HEIGHT = 40

/** The loudest of each stretch, from 0 to 100. */
const barsOf = (steps: readonly number[]): number[] =>
  Array.from({ length: BARS }, (_, bar) => {
    const size = steps.length / BARS

    return Math.max(0, ...steps.slice(Math.floor(bar * size), Math.ceil((bar + 1) * size)))
  })

/** How loud a recording is from its beginning to its end. */
export const Waveform = ({ file }: { file: string }) => {
  const [bars, setBars] = useState<readonly number[]>([])
  useEffect(() => {
    let isOver = false
    void ask<number[]>(`/api/files/${file}/waveform`).then((said) => {
      if (!isOver && said.ok && Array.isArray(said.value)) {
        setBars(barsOf(said.value))
      }
    })

    return () => {
      isOver = true
    }
  }, [file])

  return (
    <svg
      aria-hidden
      className="lectern-library__wave"
      preserveAspectRatio="none"
      viewBox={`0 0 ${BARS * 2} ${HEIGHT}`}
    >
      {bars.map((bar, at) => {
        const height = Math.max(1, (bar / 100) * HEIGHT)

        return <rect height={height} key={at} width={1.2} x={at * 2} y={(HEIGHT - height) / 2} />
      })}
    </svg>
  )
}
