import type { Endpoint, PayloadRequest, TypedUser } from 'payload'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { output, ZodType } from 'zod'

import { Readable } from 'node:stream'
import { ZodError } from 'zod'

import type { Caller, SessionUser } from '@/operations/identity/session'

import { isViewToken } from '@/adapters/auth/views'
import { currentTenant } from '@/database/pool'
import { inTransaction } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { isRefusedWriting } from '@/domain/query'
import { SessionEnded } from '@/operations/identity/session'

import { auditCall } from './audit'
import {
  BadInput,
  CodedError,
  NotHere,
  RuleViolated,
  SignInRequired,
  TooMany,
  ViewOnly,
} from './errors'

type Method = Exclude<Endpoint['method'], 'connect' | 'head' | 'options'>

type Definition<Input extends ZodType, Request> = {
  /** Everything a caller may send: the JSON body, else the query, together with the path's parameters. */
  input: Input
  /** True where it is asked so often that it is answered without Next, by `endpoints/support/lane.ts`. */
  isHot?: boolean
  method?: Method
  path: `/${string}`
  run: (args: { input: output<Input>; req: Request; tenant: string }) => Promise<object>
  /** True where it shows something and changes nothing that is a learner's: staff who see the school as one may call it. */
  shows?: boolean
  /** Status of a good answer; a `Response` from `run` is passed on as it is. */
  status?: number
  /** Set where the body is a file rather than JSON, by how many bytes it may have: `bytes` of the input. */
  takesBytes?: number
  /** Set where the body is a file that is read as it comes: the input is of the query and the path alone. */
  takesFile?: number
  /** False where `run` reaches outside the database and opens its own transactions. */
  transaction?: boolean
}

export type SignedIn = PayloadRequest & { user: TypedUser }

/** The largest JSON body any of our endpoints reads, in bytes. */
export const MOST_BYTES = 256 * 1024

/** An answer before it goes out, or one that was made elsewhere and goes out as it is. */
export type Answered =
  Response | { body: null | object; headers: Record<string, string>; status: number }

/** How an endpoint that is asked often is answered without Next. */
export type Hot = {
  /** As the endpoint does, without a `Response` around it. */
  answer: (req: PayloadRequest) => Promise<Answered>
  /** Whether the request names its session, by `context.session`, in place of its user. */
  joinsSession: boolean
  /** Whether its body is a file, to be read as it comes. */
  takesFile: boolean
}

const build = <Input extends ZodType, Request extends PayloadRequest>(
  check: (req: PayloadRequest) => void,
  {
    input,
    isHot = false,
    method = 'post',
    path,
    run,
    shows = method === 'get',
    status = 200,
    takesBytes,
    takesFile,
    transaction = true,
  }: Definition<Input, Request>,
): Endpoint => {
  const answer: Hot['answer'] = async (req) => {
    try {
      check(req)
      if (!shows && isView(req)) {
        throw new ViewOnly()
      }
      const tenant = await currentTenant()
      if (!tenant) {
        throw new NotHere()
      }
      const given = takesBytes
        ? { bytes: await fileSentBy(req, takesBytes) }
        : await sentBy(req, takesFile !== undefined)
      const sent = { ...given, ...req.routeParams }
      refuseNul(takesBytes ? (req.routeParams ?? {}) : sent)
      const asked = input.safeParse(sent)
      if (!asked.success) {
        throw new BadInput(asked.error)
      }
      const work = async () => {
        const answered = await run({ input: asked.data, req: req as Request, tenant })
        await auditCall({
          answered,
          method,
          path,
          req,
          sent: takesBytes
            ? req.routeParams
            : heardOf(sent, { ...(asked.data as object), ...req.routeParams }),
          tenant,
        })

        return answered
      }
      const body = await (transaction && method !== 'get' ? inTransaction(req, work) : work())

      return body instanceof Response ? body : { body, headers: PRIVATE, status }
    } catch (error) {
      return refusal(error)
    }
  }

  return {
    custom: {
      ...(isHot && {
        hot: {
          answer,
          joinsSession: check === requireCaller,
          takesFile: takesFile !== undefined,
        } satisfies Hot,
      }),
      input,
      method,
      path,
      signedIn: check !== admitAnybody,
    },
    handler: async (req) => responseOf(await answer(req)),
    method,
    path,
  }
}

/** Of what somebody sent, what the endpoint reads: the rest is nobody's word about what was done. */
const heardOf = (sent: object, read: object): object =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => name in read))

const responseOf = (answered: Answered): Response =>
  answered instanceof Response
    ? answered
    : Response.json(answered.body, { headers: answered.headers, status: answered.status })

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** Our refusals as they go out: `{ code, … }` and its status. Anything else is a fault, and Payload's to report. */
const refusal = (error: unknown): Answered => {
  const coded = codedOf(error)
  if (!(coded instanceof CodedError)) {
    throw coded
  }

  const headers =
    coded instanceof TooMany ? { ...PRIVATE, 'Retry-After': String(coded.seconds) } : PRIVATE

  return { body: coded.data, headers, status: coded.status }
}

const codedOf = (error: unknown): unknown => {
  if (isRefusedWriting(error)) {
    return new ViewOnly()
  }
  if (error instanceof RuleError) {
    return new RuleViolated(error)
  }
  if (error instanceof SessionEnded) {
    return new SignInRequired()
  }

  return error instanceof ZodError ? new BadInput(error) : error
}

/** Whether staff call who see the school as a learner does. */
const isView = ({ context, user }: PayloadRequest): boolean =>
  Boolean((user as null | Partial<SessionUser>)?.view) ||
  (typeof context.session === 'string' && isViewToken(context.session))

const admitAnybody = (): void => undefined

const requireUser = (req: PayloadRequest): void => {
  if (!req.user) {
    throw new SignInRequired()
  }
}

const callerOf = ({ context, user }: PayloadRequest): Caller => {
  if (user) {
    return { account: String(user.id) }
  }
  if (typeof context.session === 'string') {
    return { session: context.session }
  }
  throw new SignInRequired()
}

const requireCaller = (req: PayloadRequest): void => {
  callerOf(req)
}

/** PostgreSQL holds every character but U+0000, which no text needs. */
const refuseNul = (sent: object): void => {
  if (JSON.stringify(sent).includes('\\u0000')) {
    throw new CodedError({ code: 'badCharacter', status: 400 })
  }
}

const sentBy = async (req: PayloadRequest, isFile: boolean): Promise<object> => {
  if (req.method === 'GET' || isFile) {
    return Object.fromEntries(req.searchParams)
  }
  const text = (await req.text?.()) ?? ''
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw tooLarge()
  }
  try {
    const sent: unknown = text ? JSON.parse(text) : {}

    return typeof sent === 'object' && sent && !Array.isArray(sent) ? sent : { body: sent }
  } catch {
    throw new CodedError({ code: 'badJson', status: 400 })
  }
}

const tooLarge = () => new CodedError({ code: 'tooLarge', status: 413 })

/** The body as it came; one that is larger than it may be is not read to its end. */
const fileSentBy = async (req: PayloadRequest, most: number): Promise<Buffer> => {
  if (Number(req.headers.get('content-length') ?? 0) > most) {
    throw tooLarge()
  }
  const parts: Uint8Array[] = []
  let size = 0
  const reader = req.body?.getReader()
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    parts.push(next.value)
  }

  return Buffer.concat(parts)
}

/** An endpoint for whoever is signed in to the school: checks who asks and what, and answers JSON. */
export const endpoint = <Input extends ZodType>(
  definition: Definition<Input, SignedIn>,
): Endpoint => build(requireUser, definition)

/** An endpoint that visitors may call too. */
export const publicEndpoint = <Input extends ZodType>(
  definition: Definition<Input, PayloadRequest>,
): Endpoint => build(admitAnybody, definition)

/**
 * An endpoint for whoever is signed in, asked so often that the session is read along by the first
 * statement of `run` that names the `caller`; that statement throws SessionEnded where it finds nobody.
 */
export const callerEndpoint = <Input extends ZodType>({
  run,
  ...definition
}: Omit<Definition<Input, PayloadRequest>, 'isHot' | 'run'> & {
  run: (args: {
    caller: Caller
    input: output<Input>
    req: PayloadRequest
    tenant: string
  }) => Promise<object>
}): Endpoint =>
  build(requireCaller, {
    ...definition,
    isHot: true,
    run: (given) => run({ ...given, caller: callerOf(given.req) }),
  })

/** A file as it comes, and how many bytes were announced. */
type Coming = { body: Readable; size: number }

/** The body of a request as a stream; 411 where nobody said how long it is, 413 where it is longer than it may be. */
const comingBy = ({ body, headers }: PayloadRequest, most: number): Coming => {
  const size = Number(headers.get('content-length') ?? NaN)
  if (!body || !Number.isSafeInteger(size)) {
    throw new CodedError({ code: 'lengthRequired', status: 411 })
  }
  if (size > most) {
    throw tooLarge()
  }

  return { body: Readable.fromWeb(body as WebStream), size }
}

/**
 * An endpoint for whoever is signed in that takes a file of any size up to `takesFile` bytes, read as it comes. It is
 * answered without Next, which would take the whole of it into memory, and of a large one a part alone.
 */
export const fileEndpoint = <Input extends ZodType>({
  run,
  takesFile,
  ...definition
}: Omit<Definition<Input, SignedIn>, 'isHot' | 'run' | 'takesBytes'> & {
  run: (args: { input: output<Input>; req: SignedIn; tenant: string } & Coming) => Promise<object>
  takesFile: number
}): Endpoint =>
  build<Input, SignedIn>(requireUser, {
    ...definition,
    isHot: true,
    run: (given) => run({ ...given, ...comingBy(given.req, takesFile) }),
    takesFile,
  })
