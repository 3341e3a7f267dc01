/**
 * Writes `src/test/stripe/description.json`: which parameters Stripe takes for each operation that is asked for here, by the
 * declarations of its SDK, which Stripe makes of its OpenAPI description at the version of the API that the SDK speaks.
 * Run it after another SDK was installed: `node scripts/stripeDescription.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import ts from 'typescript'

const OPERATIONS = {
  'DELETE /v1/subscriptions/:id': 'SubscriptionCancelParams',
  'GET /v1/accounts/:id': 'AccountRetrieveParams',
  'GET /v1/balance_transactions': 'BalanceTransactionListParams',
  'GET /v1/charges': 'ChargeListParams',
  'GET /v1/checkout/sessions': 'Checkout.SessionListParams',
  'GET /v1/checkout/sessions/:id': 'Checkout.SessionRetrieveParams',
  'GET /v1/checkout/sessions/:id/line_items': 'Checkout.SessionListLineItemsParams',
  'GET /v1/disputes': 'DisputeListParams',
  'GET /v1/disputes/:id': 'DisputeRetrieveParams',
  'GET /v1/events': 'EventListParams',
  'GET /v1/events/:id': 'EventRetrieveParams',
  'GET /v1/payment_intents': 'PaymentIntentListParams',
  'GET /v1/payment_intents/:id': 'PaymentIntentRetrieveParams',
  'GET /v1/payouts': 'PayoutListParams',
  'GET /v1/payouts/:id': 'PayoutRetrieveParams',
  'GET /v1/prices': 'PriceListParams',
  'GET /v1/products/:id': 'ProductRetrieveParams',
  'GET /v1/refunds': 'RefundListParams',
  'GET /v1/refunds/:id': 'RefundRetrieveParams',
  'GET /v1/subscriptions/:id': 'SubscriptionRetrieveParams',
  'GET /v1/transfers': 'TransferListParams',
  'GET /v1/transfers/:id': 'TransferRetrieveParams',
  'POST /v1/account_links': 'AccountLinkCreateParams',
  'POST /v1/accounts': 'AccountCreateParams',
  'POST /v1/billing_portal/sessions': 'BillingPortal.SessionCreateParams',
  'POST /v1/checkout/sessions': 'Checkout.SessionCreateParams',
  'POST /v1/checkout/sessions/:id/expire': 'Checkout.SessionExpireParams',
  'POST /v1/customers': 'CustomerCreateParams',
  'POST /v1/disputes/:id': 'DisputeUpdateParams',
  'POST /v1/disputes/:id/close': 'DisputeCloseParams',
  'POST /v1/payment_intents': 'PaymentIntentCreateParams',
  'POST /v1/payment_methods/:id/detach': 'PaymentMethodDetachParams',
  'POST /v1/payouts': 'PayoutCreateParams',
  'POST /v1/prices': 'PriceCreateParams',
  'POST /v1/prices/:id': 'PriceUpdateParams',
  'POST /v1/products': 'ProductCreateParams',
  'POST /v1/products/:id': 'ProductUpdateParams',
  'POST /v1/refunds': 'RefundCreateParams',
  'POST /v1/subscriptions/:id': 'SubscriptionUpdateParams',
  'POST /v1/tax/calculations': 'Tax.CalculationCreateParams',
  'POST /v1/tax/transactions/create_from_calculation': 'Tax.TransactionCreateFromCalculationParams',
  'POST /v1/tax/transactions/create_reversal': 'Tax.TransactionCreateReversalParams',
  'POST /v1/transfers': 'TransferCreateParams',
  'POST /v1/transfers/:id/reversals': 'TransferReversalCreateParams',
}

const ROOT = 'stripeOperations.ts'
const source = `import type Stripe from 'stripe'
export type Operations = {
${Object.entries(OPERATIONS)
  .map(([operation, params]) => `  '${operation}': Stripe.${params}`)
  .join('\n')}
}`

const options = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  skipLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ES2022,
  types: [],
}
const host = ts.createCompilerHost(options)
const whole = { ...host }
/** @param {string} name */
host.fileExists = (name) => name.endsWith(ROOT) || whole.fileExists(name)
/** @param {string} name */
host.readFile = (name) => (name.endsWith(ROOT) ? source : whole.readFile(name))
/** @type {typeof host.getSourceFile} */
host.getSourceFile = (name, ...rest) =>
  name.endsWith(ROOT)
    ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022)
    : whole.getSourceFile(name, ...rest)
const program = ts.createProgram([ROOT], options, host)
const checker = program.getTypeChecker()

/** @typedef {string | { either?: Shape[], fields?: Record<string, Shape>, list?: Shape, map?: Shape, needs?: string[], part?: string, words?: string[] }} Shape */

/** @type {Map<ts.Type, string>} */
const parts = new Map()
/** @type {Record<string, Shape>} */
const named = {}

/**
 * What a type takes in a form: `text`, `number`, `flag`, one of some words, or an object of one key that says what it is.
 * @param {ts.Type} type
 * @returns {Shape}
 */
const shapeOf = (type) => {
  if (type.isStringLiteral()) {
    return { words: [type.value] }
  }
  if (type.flags & ts.TypeFlags.StringLike) {
    return 'text'
  }
  if (type.flags & ts.TypeFlags.NumberLike) {
    return 'number'
  }
  if (type.flags & ts.TypeFlags.BooleanLike) {
    return 'flag'
  }
  if (type.flags & ts.TypeFlags.Null) {
    return { words: [''] }
  }
  if (type.isUnion()) {
    return eitherOf(type.types)
  }
  if (type.isIntersection()) {
    return type.types.some(({ flags }) => flags & ts.TypeFlags.StringLike) ? 'text' : fieldsOf(type)
  }
  if (checker.isArrayType(type)) {
    return { list: shapeOf(argumentOf(type)) }
  }
  const symbol = type.symbol?.name
  if (symbol === 'Decimal') {
    return 'text'
  }
  const index = type.getStringIndexType()

  return index ? { map: shapeOf(index) } : partOf(type)
}

/** @param {ts.Type} type */
const argumentOf = (type) => {
  const [argument] = checker.getTypeArguments(/** @type {ts.TypeReference} */ (type))
  if (!argument) {
    throw new Error('An array of nothing.')
  }

  return argument
}

/** @param {Shape} shape */
const wordsIn = (shape) => (typeof shape === 'string' ? undefined : shape.words)

/**
 * @param {ts.Type[]} types
 * @returns {Shape}
 */
const eitherOf = (types) => {
  const shapes = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)).map(shapeOf)
  const words = [...new Set(shapes.flatMap((shape) => wordsIn(shape) ?? []))].toSorted()
  const others = [
    ...new Map(
      shapes.filter((shape) => !wordsIn(shape)).map((shape) => [JSON.stringify(shape), shape]),
    ).values(),
  ]
  const isOpen = words.some((word) => word !== '') // Stripe's words are a closed list; the SDK leaves it open for words to come.
  const rest = isOpen ? others.filter((shape) => shape !== 'text') : others
  const all = [...(words.length > 0 ? [{ words }] : []), ...rest]

  const [only] = all

  return all.length === 1 && only ? only : { either: all }
}

/** @param {ts.Type} type */
const partOf = (type) => {
  const known = parts.get(type)
  if (known) {
    return { part: known }
  }
  const name = `p${parts.size}`
  parts.set(type, name)
  named[name] = fieldsOf(type)

  return { part: name }
}

/** @param {ts.Type} type */
const fieldsOf = (type) => {
  /** @type {string[]} */
  const needs = []
  /** @type {Record<string, Shape>} */
  const fields = {}
  for (const property of type.getProperties()) {
    const inner = checker.getTypeOfSymbol(property)
    fields[property.name] = shapeOf(inner)
    if (!(property.flags & ts.SymbolFlags.Optional)) {
      needs.push(property.name)
    }
  }

  return { fields, needs }
}

const file = program.getSourceFile(ROOT)
const root = file && checker.getSymbolAtLocation(file)
const [operations] = root ? checker.getExportsOfModule(root) : []
if (!operations) {
  throw new Error('The operations could not be read.')
}
const found = Object.fromEntries(
  checker
    .getDeclaredTypeOfSymbol(operations)
    .getProperties()
    .map((property) => [property.name, shapeOf(checker.getTypeOfSymbol(property))]),
)
const { license, version } = JSON.parse(readFileSync('node_modules/stripe/package.json', 'utf8'))
const { ApiVersion: api } = await import(`${process.cwd()}/node_modules/stripe/esm/apiVersion.js`)
/** @param {Record<string, Shape>} object */
const lines = (object) =>
  Object.entries(object)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(',\n')
const about = `stripe ${version} (${license}), whose declarations Stripe makes of its OpenAPI description`
writeFileSync(
  'src/test/stripe/description.json',
  `{"source":${JSON.stringify(about)},"api":${JSON.stringify(api)},"operations":{\n${lines(found)}},\n"parts":{\n${lines(named)}}}\n`,
)
