/** Who signs people in for a school: four that everybody knows, or an organisation's own that speaks OpenID Connect or SAML. */
export type ProviderKind = 'facebook' | 'github' | 'google' | 'linkedin' | 'oidc' | 'saml'

/** A provider as visitors of a school see it. */
export type OfferedProvider = { id: string; kind: ProviderKind; label: string }

/** An organisation's provider, by the domains of which it was proved that they are its own; `isRequired` where their addresses sign in by it alone. */
export type OfferedOrganisation = {
  domains: string[]
  id: string
  isRequired: boolean
  label: string
}
