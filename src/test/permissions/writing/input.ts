import type { GraphQLInputType } from 'graphql'

import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql'

import { isRecord } from '@/domain/query'

import { graphqlSchema } from '../graphqlSchema'
import { HOST } from '../scene'

const SAMPLES: Record<string, unknown> = {
  Boolean: true,
  DateTime: new Date(0).toISOString(),
  EmailAddress: 'a@example.com',
  Float: 1,
  Int: 1,
  JSON: {},
}

/** An option as GraphQL writes it: letters, digits and underscores, and no digit at its beginning. */
const isNameOf = (name: string, option: unknown): boolean =>
  typeof option === 'string' && [option, `_${option}`].includes(name)

/** `given` as the type wants it written, and samples where it needs a value that is not given. */
const fitted = (type: GraphQLInputType, given: unknown): unknown => {
  const plain = getNullableType(type)
  if (isListType(plain)) {
    return Array.isArray(given) ? given.map((one) => fitted(plain.ofType, one)) : []
  }
  if (isEnumType(plain)) {
    const names = plain.getValues().map(({ name }) => name)

    return names.find((name) => isNameOf(name, given)) ?? names[0]
  }
  if (isInputObjectType(plain)) {
    const known: Record<string, unknown> = isRecord(given) ? given : {}

    return Object.fromEntries(
      Object.values(plain.getFields())
        .filter(({ name, type: of }) => name in known || isNonNullType(of))
        .map(({ name, type: of }) => [name, fitted(of, known[name])]),
    )
  }

  return given ?? SAMPLES[plain.name] ?? crypto.randomUUID()
}

const mutations = async () => (await graphqlSchema(HOST)).getMutationType()?.getFields() ?? {}

/** Whether the schema has a mutation of that name. */
export const isInSchema = async (name: string): Promise<boolean> => name in (await mutations())

type Sent = { data: unknown; input: string }

/** What a mutation takes as its document: the name of its input, with all that is `given` and known there; null where there is no such mutation. */
const sentTo = async (mutation: string, given: object): Promise<null | Sent> => {
  const { [mutation]: field } = await mutations()
  const type = field?.args.find(({ name }) => name === 'data')?.type

  return type ? { data: fitted(type, given), input: String(type) } : null
}

/** The name of the input that creates a row, and a document that it accepts, made of `given`. */
export const creation = async ({
  given,
  singular,
}: {
  given: object
  singular: string
}): Promise<Sent> => {
  const sent = await sentTo(`create${singular}`, given)
  if (!sent) {
    throw new Error(`Nothing creates a ${singular} over GraphQL.`)
  }

  return sent
}

/** The name of the input that changes a row, and what it accepts of `given`; null where nothing of that is left, or nothing changes such rows. */
export const changing = async ({
  given,
  singular,
}: {
  given: object
  singular: string
}): Promise<null | Sent> => {
  const sent = await sentTo(`update${singular}`, given)

  return sent && Object.keys(sent.data as object).length > 0 ? sent : null
}
