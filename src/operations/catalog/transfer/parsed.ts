import type { z } from 'zod'

import { refuse } from './refused'

/** The JSON of the member `name`, in its shape; refuses, with the place in it, what is not. */
export const parsed = <Shape extends z.ZodType>(
  shape: Shape,
  bytes: Buffer,
  name: string,
): z.output<Shape> => {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw refuse('contentBroken', { path: name })
  }
  const found = shape.safeParse(value)
  if (!found.success) {
    const [issue] = found.error.issues
    throw refuse('contentBroken', { path: [name, ...(issue?.path ?? [])].join('.') })
  }

  return found.data
}
