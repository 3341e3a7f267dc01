import { LOCALES } from '@/domain/tenancy/locales'

const SCRIPT = `try{var l=document.documentElement.lang;if((location.pathname+'/').indexOf('/'+l+'/')===0&&/^(${LOCALES.join('|')})$/.test(l))document.cookie='locale='+l+';path=/;max-age=31536000;samesite=lax'+(location.protocol==='https:'?';secure':'')}catch(e){}`

/**
 * Goes into `head`: whoever comes to the address that a page has in a language reads on in it, since links
 * lead to plain addresses, which follow what this browser keeps.
 */
export const LocaleScript = ({ nonce }: { nonce?: string }) => (
  <script dangerouslySetInnerHTML={{ __html: SCRIPT }} nonce={nonce} />
)
