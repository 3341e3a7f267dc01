import { LOCALES } from '@/domain/tenancy/locales'

/**
 * Keeps, for the head of a page, the language that its address is in: links lead to plain addresses, which follow what
 * this browser keeps.
 */
export const LOCALE_SCRIPT = `try{var l=document.documentElement.lang;if((location.pathname+'/').indexOf('/'+l+'/')===0&&/^(${LOCALES.join('|')})$/.test(l))document.cookie='locale='+l+';path=/;max-age=31536000;samesite=lax'+(location.protocol==='https:'?';secure':'')}catch(e){}`
