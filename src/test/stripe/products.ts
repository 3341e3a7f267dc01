import { z } from 'zod'

import type { FormValue } from './form'
import type { Price, Product, Store } from './store'

import { ApiError, invalid, missing, noSuch } from './errors'
import { newId } from './store'

type Form = Record<string, FormValue>

const text = z.string().min(1, 'You passed an empty string.')
const flag = z.enum(['false', 'true']).transform((given) => given === 'true')
const whole = z.string().regex(/^\d+$/, 'Invalid integer').transform(Number)
const metadata = z.record(z.string(), z.string())

const newProduct = z.strictObject({
  id: text.optional(),
  name: text,
  description: text.optional(),
  metadata: metadata.default({}),
})

const changedProduct = z.strictObject({
  name: text.optional(),
  active: flag.optional(),
  default_price: text.optional(),
  description: z.string().optional(),
})

const newPrice = z.strictObject({
  currency: z.string().regex(/^[a-z]{3}$/, 'Invalid currency'),
  lookup_key: text.max(200).optional(),
  metadata: metadata.default({}),
  product: text,
  recurring: z.strictObject({ interval: z.enum(['day', 'week', 'month', 'year']) }),
  unit_amount: whole,
})

const changedPrice = z.strictObject({ active: flag.optional() })

const listed = z.strictObject({
  active: flag.optional(),
  limit: z.string().optional(),
  lookup_keys: z.array(text).max(10).optional(),
  product: text.optional(),
  starting_after: text.optional(),
})

const parsed = <Shape extends z.ZodType>(shape: Shape, form: Form): z.output<Shape> => {
  const given = shape.safeParse(form)
  if (given.success) {
    return given.data
  }
  const [issue] = given.error.issues
  const param = issue?.path.join('.') ?? ''
  throw issue?.code === 'invalid_type' ? missing(param) : invalid(param, issue?.message ?? '')
}

/** A product by its id; throws Stripe's 404 where there is none. */
export const productOf = (store: Store, id: string): Product => {
  const product = store.products.get(id)
  if (!product) {
    throw noSuch('product', id)
  }

  return product
}

/** POST /v1/products: an id may be given, and is taken once. */
export const createProduct = (store: Store, form: Form): Product => {
  const { id = newId('prod_'), description = null, ...given } = parsed(newProduct, form)
  if (store.products.has(id)) {
    throw new ApiError({
      code: 'resource_already_exists',
      message: `Product already exists: '${id}'`,
      param: 'id',
    })
  }
  const product: Product = {
    ...given,
    id,
    active: true,
    default_price: null,
    description,
    object: 'product',
  }
  store.products.set(id, product)

  return product
}

/** POST /v1/products/:id. */
export const changeProduct = (store: Store, id: string, form: Form): Product => {
  const product = productOf(store, id)
  const { description, ...given } = parsed(changedProduct, form)
  const price = given.default_price && store.prices.get(given.default_price)
  if (given.default_price && (!price || price.product !== id)) {
    throw invalid('default_price', 'The price is not one of this product.')
  }

  return Object.assign(
    product,
    given,
    description !== undefined && { description: description || null },
  )
}

/** POST /v1/prices: a lookup key names one price. */
export const createPrice = (store: Store, form: Form): Price => {
  const { lookup_key = null, ...given } = parsed(newPrice, form)
  productOf(store, given.product)
  if (lookup_key && [...store.prices.values()].some((one) => one.lookup_key === lookup_key)) {
    throw invalid('lookup_key', 'A price already uses that lookup key.')
  }
  const price: Price = { ...given, id: newId('price_'), active: true, lookup_key, object: 'price' }
  store.prices.set(price.id, price)

  return price
}

/** POST /v1/prices/:id: an amount never changes, and the default price of a product cannot be archived. */
export const changePrice = (store: Store, id: string, form: Form): Price => {
  const price = store.prices.get(id)
  if (!price) {
    throw noSuch('price', id)
  }
  const { active } = parsed(changedPrice, form)
  if (active === false && store.products.get(price.product)?.default_price === id) {
    throw invalid(
      'active',
      'This price cannot be archived because it is the default price of its product.',
    )
  }

  return Object.assign(price, active !== undefined && { active })
}

/** The prices that GET /v1/prices asks for. */
export const pricesFor = (store: Store, form: Form): Price[] => {
  const { active, lookup_keys: keys, product } = parsed(listed, form)

  return [...store.prices.values()].filter(
    (one) =>
      (active === undefined || one.active === active) &&
      (product === undefined || one.product === product) &&
      (keys === undefined || keys.some((key) => key === one.lookup_key)),
  )
}
