/** Who signs people in for a school: four that everybody knows, or any that speaks OpenID Connect. */
export type ProviderKind = 'facebook' | 'github' | 'google' | 'linkedin' | 'oidc'

/** A provider as visitors of a school see it. */
export type OfferedProvider = { id: string; kind: ProviderKind; label: string }
