/** Characters a password must and may have; the same numbers hold on the server. */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const

/** What can be wrong with what a person types about themselves; `auth.<code>` is its sentence. */
export type CredentialFault =
  'invalidEmail' | 'nameMissing' | 'passwordLong' | 'passwordMissing' | 'passwordShort'

/** One `@` between something and a domain with a dot; what the mail server says decides. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

/** What is wrong with an email address, or null. */
export const emailFault = (email: string): CredentialFault | null =>
  EMAIL.test(email) ? null : 'invalidEmail'

/** What is wrong with a name, or null. */
export const nameFault = (name: string): CredentialFault | null =>
  name.trim() ? null : 'nameMissing'

/** What is wrong with a password that is being chosen, or null. */
export const passwordFault = (password: string): CredentialFault | null => {
  if (!password) {
    return 'passwordMissing'
  }
  if (password.length < PASSWORD_LENGTH.least) {
    return 'passwordShort'
  }

  return password.length > PASSWORD_LENGTH.most ? 'passwordLong' : null
}

/** Whether a refusal is about the password that was chosen. */
export const isPasswordFault = (code: string): boolean =>
  code === 'passwordBreached' || code === 'passwordWeak'
