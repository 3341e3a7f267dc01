/** A condition as better-auth hands it to an adapter. */
export type Condition = {
  connector?: 'AND' | 'OR'
  field: string
  mode?: 'insensitive' | 'sensitive'
  operator?: string
  value: unknown
}

/** Tables of better-auth's models. A model that is not here has no table, and no way around the wall. */
const TABLES: Record<string, string> = {
  account: 'auth_accounts',
  session: 'auth_sessions',
  user: 'users',
  verification: 'auth_verifications',
}

export const tableOf = (model: string): string => {
  const table = TABLES[model]
  if (!table) {
    throw new Error(`The model ${model} belongs to no school.`)
  }

  return table
}

/** `emailVerified` → `"email_verified"`; refuses whatever is not a plain name. */
export const column = (field: string): string => {
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) {
    throw new Error(`Not a column: ${field}`)
  }

  return `"${name}"`
}

/** A row as better-auth wants it: camel case, without the school. */
export const fromRow = (
  row: Record<string, unknown> | undefined,
): null | Record<string, unknown> =>
  row
    ? Object.fromEntries(
        Object.entries(row)
          .filter(([name]) => name !== 'tenant_id')
          .map(([name, value]) => [
            name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
            value,
          ]),
      )
    : null

const COMPARE: Record<string, string> = {
  eq: '=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  ne: '<>',
}
const PATTERNS: Record<string, (text: string) => string> = {
  contains: (text) => `%${text}%`,
  ends_with: (text) => `%${text}`,
  starts_with: (text) => `${text}%`,
}

/** Values of one statement: `$(value)` keeps the value and answers its placeholder. */
export class Values {
  readonly list: unknown[] = []

  add(value: unknown): string {
    this.list.push(value)

    return `$${this.list.length}`
  }
}

/** The WHERE of every statement: the school first, so that none can leave it out. */
export const where = (conditions: readonly Condition[], tenant: string, values: Values): string => {
  const all = [`tenant_id = ${values.add(tenant)}`]
  const any: string[] = []
  for (const condition of conditions) {
    ;(condition.connector === 'OR' ? any : all).push(compare(condition, values))
  }

  return ` where ${[...all, ...(any.length > 0 ? [`(${any.join(' or ')})`] : [])].join(' and ')}`
}

const compare = ({ field, mode, operator = 'eq', value }: Condition, values: Values): string => {
  const folded = mode === 'insensitive' && typeof value === 'string'
  const left = folded ? `lower(${column(field)})` : column(field)
  const right = folded ? value.toLowerCase() : value
  if (right === null && (operator === 'eq' || operator === 'ne')) {
    return `${left} is ${operator === 'ne' ? 'not ' : ''}null`
  }
  if (operator === 'in' || operator === 'not_in') {
    return `${left} ${operator === 'in' ? '= any' : '<> all'}(${values.add(right)})`
  }
  const pattern = PATTERNS[operator]
  if (pattern) {
    return `${left} like ${values.add(pattern(String(right).replace(/[\\%_]/g, '\\$&')))}`
  }
  const sign = COMPARE[operator]
  if (!sign) {
    throw new Error(`Not an operator: ${operator}`)
  }

  return `${left} ${sign} ${values.add(right)}`
}

/** `set a = $1, b = $2` of the given fields. */
export const assign = (fields: Record<string, unknown>, values: Values): string =>
  Object.entries(fields)
    .map(([field, value]) => `${column(field)} = ${values.add(value)}`)
    .join(', ')
