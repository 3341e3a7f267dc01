'use client'

import { Star } from 'lucide-react'
import { useState } from 'react'

import { cn } from './classes'

const PLACES = [1, 2, 3, 4, 5] as const

/** One to five stars to be given. `label` names a number of stars; works in a plain form through `name`. */
export const StarInput = ({
  name,
  defaultValue = 0,
  label,
  legend,
}: {
  defaultValue?: number
  label: (stars: number) => string
  legend: string
  name: string
}) => {
  const [value, setValue] = useState(defaultValue)

  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{legend}</legend>
      <div className="-ms-2 flex">
        {PLACES.map((place) => (
          <label
            className="flex size-target items-center justify-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-focus"
            key={place}
          >
            <input
              checked={value === place}
              className="sr-only"
              name={name}
              onChange={() => setValue(place)}
              required
              type="radio"
              value={place}
            />
            <span className="sr-only">{label(place)}</span>
            <Star
              aria-hidden
              className={cn(
                'size-7 transition-colors',
                place <= value ? 'fill-current text-accent-text' : 'text-line-strong',
              )}
              strokeWidth={1.5}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
