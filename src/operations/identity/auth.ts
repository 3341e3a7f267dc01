import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { Account, Auth } from '@/adapters/auth/instance'
import type { HostTenant } from '@/database/hosts'

import { createAuth } from '@/adapters/auth/instance'
import { onConnection, poolOf } from '@/database/connection'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import { accountAnnounced } from './accounts'
import { deviceSignedIn, refuseDevice } from './devices'
import { tellOfFailedSignIn } from './failedSignIns'
import { checkPassword } from './passwords'
import { checkRegistration, takePlace } from './registration'
import { sessionUser } from './session'
import { forgetFailures, noteFailure, waitFor } from './signInFailures'
import { nextStep } from './signInSteps'
import { requireOrganisation, requirePasswordOf, requireWay } from './signInWays'
import { refuseShutAccount } from './shutAccount'
import { forgetStrangers, giveBack, markOf, takeAsStranger } from './strangers'

type Known = { auth: Auth; payload: Payload }

const shared = globalThis as { lecternAuth?: Map<string, Known> }
const instances = (shared.lecternAuth ??= new Map<string, Known>())

/** Instances are about 100 KB each; the least recently used beyond this go. */
const MOST_INSTANCES = 500

/** The identity of one school at the host it was asked on: made once, and kept while the school speaks that language. */
export const authFor = ({
  host,
  payload,
  tenant,
}: {
  host: string
  payload: Payload
  tenant: HostTenant
}): Auth => {
  const origin = originOf(bareHost(host))
  const key = `${tenant.id} ${origin} ${tenant.locale}`
  const known = instances.get(key)
  instances.delete(key)
  const entry =
    known?.payload === payload ? known : { auth: build({ origin, payload, tenant }), payload }
  instances.set(key, entry)
  const [oldest] = instances.keys()
  if (instances.size > MOST_INSTANCES && oldest) {
    instances.delete(oldest)
  }

  return entry.auth
}

const build = ({
  origin,
  payload,
  tenant,
}: {
  origin: string
  payload: Payload
  tenant: HostTenant
}): Auth => {
  const asked = <T>(
    run: (req: PayloadRequest) => Promise<T>,
    headers = new Headers(),
  ): Promise<T> =>
    asTenant(tenant.id, async () => run(await createLocalReq({ req: { headers } }, payload)))
  const told =
    (what: Parameters<typeof accountAnnounced>[0]['what']) =>
    (account: Account, url?: string): Promise<void> =>
      asked((req) =>
        inTransaction(req, () => accountAnnounced({ account, origin, req, tenant, url, what })),
      )

  return createAuth({
    database: {
      query: (text, values) => asTenant(tenant.id, () => poolOf(payload).query(text, values)),
      register: (text, values) =>
        asTenant(tenant.id, () =>
          onConnection(payload, async ({ ask, query }) => {
            await takePlace({ ask, tenant: tenant.id })

            return query(text, values)
          }),
        ),
    },
    events: {
      attempts: {
        forget: (attempt) => forgetFailures({ ...attempt, tenant: tenant.id }),
        giveBack: (email) => giveBack({ email, tenant: tenant.id }),
        mark: (email) => markOf({ email, tenant: tenant.id }),
        note: async (attempt, headers) => {
          await noteFailure({ ...attempt, tenant: tenant.id })
          await asked(
            (req) => tellOfFailedSignIn({ as: attempt, req, tenant: tenant.id, way: 'password' }),
            headers,
          )
        },
        takeAsStranger: (email) => takeAsStranger({ email, tenant: tenant.id }),
        wait: (attempt) => waitFor({ ...attempt, tenant: tenant.id }),
      },
      isSignedIn: async (headers) => Boolean(await sessionUser({ headers, payload })),
      nextStep: (step) => asked((req) => nextStep({ ...step, req, tenant: tenant.id })),
      onAlreadyRegistered: told('alreadyRegistered'),
      onConfirm: told('confirm'),
      onConfirmed: told('confirmed'),
      onPasswordChanged: told('passwordChanged'),
      onPasswordChosen: (chosen) =>
        asked((req) =>
          checkPassword({
            chosen: {
              ...chosen,
              words: [...chosen.words, tenant.kind === 'school' && tenant.face.name],
            },
            req,
          }),
        ),
      onPasswordSet: async (account) => {
        await told('passwordSet')(account)
        await forgetStrangers({ email: account.email, tenant: tenant.id })
      },
      onRegistered: (account, headers) =>
        asked(
          (req) =>
            inTransaction(req, () =>
              accountAnnounced({ account, origin, req, tenant, what: 'registered' }),
            ),
          headers,
        ),
      onRegistering: () =>
        asked(async (req) => {
          await requireWay({ req, tenant: tenant.id, way: 'password' })
          await checkRegistration({ req, tenant: tenant.id })
        }),
      onReset: told('reset'),
      onSignedIn: async (begun) => {
        const stays = await asked((req) =>
          inTransaction(req, () => deviceSignedIn({ begun, origin, req, tenant })),
        )
        if (!stays) {
          refuseDevice()
        }
      },
      onSigningIn: ({ account, byLink, byPassword }) =>
        asked(async (req) => {
          await refuseShutAccount({ account, req })
          if (byLink || byPassword) {
            await requireOrganisation({ account, req, tenant: tenant.id })
          }
          if (byPassword) {
            await requirePasswordOf({ account, req, tenant: tenant.id })
          }
        }),
    },
    origin,
    tenant: tenant.id,
  })
}
