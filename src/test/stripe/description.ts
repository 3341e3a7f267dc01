import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { FormValue } from './form'

import { ApiError, invalid, missing } from './errors'

/** What a parameter takes: text, a number, true or false, one of some words, or what is made of those. */
type Shape =
  | 'flag'
  | 'number'
  | 'text'
  | { either: Shape[] }
  | { fields: Record<string, Shape>; needs: string[] }
  | { list: Shape }
  | { map: Shape }
  | { part: string }
  | { words: string[] }

type Description = {
  api: string
  operations: Record<string, Shape>
  parts: Record<string, Shape>
  source: string
}

/**
 * The parameters that Stripe describes for the operations that are asked for here, at the version of the API that the SDK
 * speaks; `node scripts/stripeDescription.mjs` makes them anew of the SDK's declarations.
 */
export const DESCRIPTION = JSON.parse(
  readFileSync(path.join(process.cwd(), 'src/test/stripe/description.json'), 'utf8'),
) as Description

const PATHS = Object.entries(DESCRIPTION.operations).map(([operation, shape]) => {
  const [method, path_ = ''] = operation.split(' ')

  return { method, pattern: new RegExp(`^${path_.replaceAll(':id', '[^/]+')}$`), shape }
})

type Asked = { form: Record<string, FormValue>; method: string; path: string }

/** Refuses, as Stripe does, a request with a parameter that it does not know, of another kind, or without one that it needs. Throws for a call that is not described. */
export const checkDescribed = ({ form, method, path: asked }: Asked): void => {
  const found = PATHS.find((one) => one.method === method && one.pattern.test(asked))
  if (!found) {
    throw new Error(`${method} ${asked} is not described: name it in stripeDescription.mjs.`)
  }
  check({ at: '', shape: found.shape, value: form })
}

type Checked = { at: string; shape: Shape; value: FormValue }

const within = (at: string, name: string): string => (at ? `${at}[${name}]` : name)

const isText = (value: FormValue): value is string => typeof value === 'string'

const check = ({ at, shape, value }: Checked): void => {
  if (typeof shape === 'string') {
    checkPlain({ at, shape, value })
  } else if ('words' in shape) {
    refuseUnless(isText(value) && shape.words.includes(value), at)
  } else if ('part' in shape) {
    check({ at, shape: DESCRIPTION.parts[shape.part] ?? 'text', value })
  } else if ('either' in shape) {
    checkEither({ at, either: shape.either, value })
  } else if ('list' in shape) {
    refuseUnless(Array.isArray(value), at)
    for (const [index, one] of (value as FormValue[]).entries()) {
      check({ at: within(at, String(index)), shape: shape.list, value: one })
    }
  } else {
    refuseUnless(typeof value === 'object' && !Array.isArray(value), at)
    checkNamed({ at, shape, value: value as Record<string, FormValue> })
  }
}

const checkNamed = ({
  at,
  shape,
  value,
}: Pick<Checked, 'at'> & {
  shape: Extract<Shape, { fields: object } | { map: Shape }>
  value: Record<string, FormValue>
}): void => {
  const needs = 'needs' in shape ? shape.needs : []
  const lacking = needs.find((name) => !(name in value))
  if (lacking !== undefined) {
    throw missing(within(at, lacking))
  }
  for (const [name, one] of Object.entries(value)) {
    const inner = 'map' in shape ? shape.map : shape.fields[name]
    const param = within(at, name)
    if (!inner) {
      throw new ApiError({
        code: 'parameter_unknown',
        message: `Received unknown parameter: ${param}`,
        param,
      })
    }
    check({ at: param, shape: inner, value: one })
  }
}

const KINDS = {
  flag: /^(?:true|false)$/,
  number: /^-?\d+(?:\.\d+)?$/,
  text: /^/,
}

const checkPlain = ({
  at,
  shape,
  value,
}: Pick<Checked, 'at' | 'value'> & { shape: keyof typeof KINDS }): void => {
  refuseUnless(isText(value) && KINDS[shape].test(value), at)
}

/** One of several: the fault that lies deepest is told, since that is of the one that was meant. */
const checkEither = ({ at, either, value }: Omit<Checked, 'shape'> & { either: Shape[] }): void => {
  const faults: ApiError[] = []
  for (const shape of either) {
    try {
      check({ at, shape, value })

      return
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error
      }
      faults.push(error)
    }
  }
  const depthOf = ({ body }: ApiError): number => String(body.error.param).length
  const [deepest] = faults.toSorted((one, other) => depthOf(other) - depthOf(one))
  throw deepest ?? invalid(at, 'Invalid value.')
}

const refuseUnless = (isRight: boolean, param: string): void => {
  if (!isRight) {
    throw invalid(param, `Invalid value for ${param}.`)
  }
}
