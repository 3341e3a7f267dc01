type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

/** An error as Stripe's API answers it: a status, and a body `{ error: { type, message, code?, param? } }`. */
export class ApiError extends Error {
  readonly body: { error: Record<string, unknown> }
  readonly status: number

  constructor({
    type = 'invalid_request_error',
    code,
    decline_code,
    extra,
    message,
    param,
    status = 400,
  }: {
    code?: string
    decline_code?: string
    /** What else the error names, such as the payment intent that was declined. */
    extra?: Record<string, object>
    message: string
    param?: string
    status?: number
    type?: ErrorType
  }) {
    super(message)
    this.status = status
    this.body = {
      error: {
        ...(code && { code }),
        ...(decline_code && { decline_code }),
        ...extra,
        message,
        ...(param && { param }),
        type,
      },
    }
  }
}

/** 400 for a parameter that must be given. */
export const missing = (param: string): ApiError =>
  new ApiError({ code: 'parameter_missing', message: `Missing required param: ${param}.`, param })

/** 400 for a parameter whose value is not possible. */
export const invalid = (param: string, message: string): ApiError =>
  new ApiError({ message, param })

/** 404 for an id that names nothing. */
export const noSuch = (noun: string, id: string): ApiError =>
  new ApiError({
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param: 'id',
    status: 404,
  })
