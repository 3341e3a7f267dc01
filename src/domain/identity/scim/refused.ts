/** What a refusal is about, as RFC 7644, 3.12 names it. */
export type ScimType =
  'invalidFilter' | 'invalidPath' | 'invalidSyntax' | 'invalidValue' | 'mutability' | 'uniqueness'

/** A request of a directory that is answered no: an HTTP status, and a sentence for whoever reads its log. */
export class ScimRefused extends Error {
  override name = 'ScimRefused'
  readonly scimType: ScimType | undefined
  readonly status: number

  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
}

const SCIM_ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** A refusal as it goes out. */
export const scimError = ({ message, scimType, status }: ScimRefused): object => ({
  detail: message,
  schemas: [SCIM_ERROR],
  ...(scimType && { scimType }),
  status: String(status),
})
