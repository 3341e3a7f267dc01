'use client'

import { Slider as Primitive } from 'radix-ui'
import { useId, useState } from 'react'

/** A number out of a span, where its place matters more than the figure; arrows, Page and Home keys move it. `format` writes it out. */
export const Slider = ({
  defaultValue,
  format = String,
  label,
  max,
  min = 0,
  onValueChange,
  step = 1,
}: {
  defaultValue: number
  format?: (value: number) => string
  label: string
  max: number
  min?: number
  onValueChange?: (value: number) => void
  step?: number
}) => {
  const id = useId()
  const [value, setValue] = useState(defaultValue)
  const change = ([next = min]: number[]) => {
    setValue(next)
    onValueChange?.(next)
  }

  return (
    <div>
      <div className="flex justify-between gap-4 text-sm">
        <span className="font-semibold" id={id}>
          {label}
        </span>
        <output className="text-muted tabular-nums">{format(value)}</output>
      </div>
      <Primitive.Root
        className="relative flex min-h-target touch-none items-center select-none"
        max={max}
        min={min}
        onValueChange={change}
        step={step}
        value={[value]}
      >
        <Primitive.Track className="relative h-1.5 grow rounded-full bg-line">
          <Primitive.Range className="absolute h-full rounded-full bg-accent-line" />
        </Primitive.Track>
        <Primitive.Thumb
          aria-labelledby={id}
          aria-valuetext={format(value)}
          className="relative block size-5 rounded-full border-2 border-accent-line bg-surface before:absolute before:-inset-3 before:content-['']"
        />
      </Primitive.Root>
    </div>
  )
}
