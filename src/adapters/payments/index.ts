import type { PayloadRequest } from 'payload'

import type { PlanBilling } from './planBilling'
import type { PlanCatalog } from './planCatalog'
import type { TestGateway } from './testGateway'
import type { TestPlanBilling } from './testPlanBilling'
import type { Payments, RealProvider } from './types'

import { gatewayPath, paddleScript, planGatewayPath } from '@/domain/commerce/paths'
import { REAL_PROVIDERS } from '@/domain/commerce/providers'
import { env } from '@/env'
import { deriveSecret } from '@/secrets'

import { schoolPaying, type SchoolAccount } from './accounts'
import { clientOf } from './clients'
import { gatewayRows } from './gatewayRows'
import { stripePlanCatalog } from './planCatalog'
import { stripePlanBilling } from './stripePlanBilling'
import { testGateway } from './testGateway'
import { testPlanBilling } from './testPlanBilling'

let plans: PlanCatalog | undefined
let billing: PlanBilling | undefined

/** Where the platform's own plans are sold: its Stripe account, or undefined on an installation that holds no key of it. */
export const planCatalog = (): PlanCatalog | undefined => {
  const { STRIPE_API_BASE, STRIPE_SECRET_KEY } = env()
  if (!STRIPE_SECRET_KEY) {
    return undefined
  }

  return (plans ??= stripePlanCatalog({ apiBase: STRIPE_API_BASE, secretKey: STRIPE_SECRET_KEY }))
}

/**
 * What schools pay the platform through: its Stripe account, or the built-in gateway, working in the request's
 * school, on an installation that takes no real money.
 */
export const planBillingFor = (req: PayloadRequest): PlanBilling => {
  const { STRIPE_API_BASE, STRIPE_SECRET_KEY } = env()
  if (STRIPE_SECRET_KEY) {
    billing ??= stripePlanBilling({ apiBase: STRIPE_API_BASE, secretKey: STRIPE_SECRET_KEY })
  }

  return billing ?? testPlans(req)
}

/** The built-in gateway for plans; undefined wherever real money is taken. */
export const testPlanBillingFor = (req: PayloadRequest): TestPlanBilling | undefined =>
  env().STRIPE_SECRET_KEY ? undefined : testPlans(req)

const testPlans = (req: PayloadRequest): TestPlanBilling =>
  testPlanBilling({
    clock: () => new Date(),
    pageOf: ({ session, successUrl }) => new URL(planGatewayPath(session), successUrl).toString(),
    req,
    secret: gatewaySecret(),
  })

const gatewaySecret = (): string => deriveSecret({ purpose: 'payments:test' })

/** The built-in gateway, working in the request's school; undefined where the installation takes real money. */
const gatewayIn = (req: PayloadRequest): TestGateway | undefined =>
  REAL_PROVIDERS.some(hasInstallationAccount)
    ? undefined
    : testGateway({
        clock: () => new Date(),
        pageOf: ({ session, successUrl }) => new URL(gatewayPath(session), successUrl).toString(),
        secret: gatewaySecret(),
        sessions: gatewayRows(req),
      })

/**
 * The built-in test gateway, for paying in the request's school; undefined where real money is taken, or was taken
 * before, so that nobody there can call a purchase paid.
 */
export const testGatewayFor = async (req: PayloadRequest): Promise<TestGateway | undefined> => {
  const gateway = gatewayIn(req)
  const { accounts, hasBeenPaid } = await schoolPaying(req)

  return hasBeenPaid || realPayments(accounts).length > 0 ? undefined : gateway
}

/**
 * A provider by its name, through the school's own account or else the installation's, also where it takes no new
 * orders any more; undefined where there is no account.
 */
export const paymentsOf = async (
  name: null | string,
  req: PayloadRequest,
): Promise<Payments | undefined> => {
  if (name === 'test') {
    return gatewayIn(req)
  }
  const provider = REAL_PROVIDERS.find((one) => one === name)
  const accounts = provider ? (await schoolPaying(req)).accounts : []

  return (
    provider &&
    clientOf(
      provider,
      accounts.find((account) => account.provider === provider),
    )
  )
}

/** What Paddle's script in a browser needs to open the school's checkout; null where the school has no account with Paddle. */
export const paddleInBrowser = async (
  req: PayloadRequest,
): Promise<null | { isSandbox: boolean; script: string; token: string }> => {
  const { accounts } = await schoolPaying(req)
  const account = accounts.find(({ provider }) => provider === 'paddle')
  const token = account?.keys?.paddleClientToken

  return account && token
    ? { isSandbox: account.isSandbox, script: paddleScript(env().PADDLE_API_BASE), token }
    : null
}

/** The installation's own account with a provider, for deliveries that no school is known for. */
export const installationPaymentsOf = (provider: RealProvider): Payments | undefined =>
  clientOf(provider)

/** Whether the installation has an account of its own with a provider. */
export const hasInstallationAccount = (provider: string | undefined): boolean =>
  REAL_PROVIDERS.some((one) => one === provider && clientOf(one) !== undefined)

/** The providers of real money that a school takes new orders through, in its order. */
const realPayments = (accounts: readonly SchoolAccount[]): Payments[] =>
  REAL_PROVIDERS.flatMap((provider) => {
    const account = accounts.find((one) => one.provider === provider)
    const payments = account?.isActive === false ? undefined : clientOf(provider, account)

    return payments ? [{ payments, position: account?.position ?? 0 }] : []
  })
    .toSorted((one, other) => one.position - other.position)
    .map(({ payments }) => payments)

/** Who takes money for new orders of the school, the one offered first in front: real providers, else the test gateway. */
export const paymentsFor = async (req: PayloadRequest): Promise<Payments[]> => {
  const { accounts, hasBeenPaid } = await schoolPaying(req)
  const real = realPayments(accounts)
  const test = real.length > 0 || hasBeenPaid ? undefined : gatewayIn(req)

  return test ? [test] : real
}

/** Whether the school takes real money, rather than trying purchases out in the test gateway. */
export const takesRealMoney = async (req: PayloadRequest): Promise<boolean> =>
  realPayments((await schoolPaying(req)).accounts).length > 0
